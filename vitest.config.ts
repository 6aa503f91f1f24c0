import { defineConfig } from 'vitest/config';

// Two suites. `unit` stays inside one room and is quick; `whole` starts servers, clients and processes.
const packaged = process.execArgv.includes('--experimental-ffi') || process.features.typescript === 'strip';
const execArgv = ['--disable-warning=ExperimentalWarning', ...(packaged ? ['--experimental-ffi'] : [])];

export default defineConfig({
  test: {
    pool: 'forks',
    execArgv,
    // What is waited for comes; a bound of one second would measure the machine.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/{architecture,cases,twin}/**/*.test.ts'],
          // A bound for what hangs, not for what is slow: a loaded machine of two cores takes many times as long as a quiet one.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/{conformance,object-store,simulation}/**/*.test.ts'],
          globalSetup: ['test/object-store/keep-object-store.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
