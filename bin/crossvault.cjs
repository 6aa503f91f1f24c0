#!/usr/bin/env node
// Old CommonJS on purpose: this file must be readable by any Node, so that it can find one that runs the rest.
'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');
const { run } = require('./run-under-node.cjs');

const root = path.join(__dirname, '..');
const source = path.join(root, 'src', 'cli', 'main.ts');
run(existsSync(source) ? source : path.join(root, 'dist', 'cli', 'main.js'), process.argv.slice(2));
