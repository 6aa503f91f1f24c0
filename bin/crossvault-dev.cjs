// Runs one of the project's own scripts under the project's own Node: node bin/crossvault-dev.cjs scripts/test.ts
'use strict';
const path = require('node:path');
const { run } = require('./run-under-node.cjs');

run(path.resolve(process.argv[2]), process.argv.slice(3));
