import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openCFunctions } from './c-functions.ts';

const module = JSON.stringify(new URL('./c-functions.ts', import.meta.url).href);

/** Two hundred functions, which are still being compiled when the thread ends. */
const thread = `
  import(${module}).then(({ openCFunctions }) => {
    const { labs } = openCFunctions({ labs: { arguments: ['pointer'], return: 'int32' } });
    for (let i = 0; i < 200; i++) {
      const calls = Array.from({ length: 12 }, (_, call) => 'labs(' + (i + call) + 'n)').join(' + ');
      new Function('labs', 'let sum = ' + i + '; for (let i = 0; i < 2_000; i++) sum += ' + calls)(labs);
    }
  });`;

const threads = `
  const { Worker } = require('node:worker_threads');
  const next = (left) => left > 0 && new Worker(${JSON.stringify(thread)}, { eval: true }).once('exit', () => next(left - 1));
  next(8);`;

test.runIf(openCFunctions({}))('threads end right behind many calls of C functions, and the process lives', () => {
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-ffi'];
  const { status, signal, stderr } = spawnSync(process.execPath, [...flags, '--eval', threads], { encoding: 'utf8' });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
});
