// Adds the lockfile entries of optional platform packages that a registry mirror lacks. npm writes no entry for an
// optional package it cannot fetch, and `npm ci` then calls the lockfile out of step on every machine. An entry without
// an integrity is enough: npm skips it where os or cpu differ and fetches it where they agree. Run after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  version?: string;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
}
const lock: { packages: Record<string, Locked & Record<string, unknown>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const home = `node_modules/${name}`;
    if (path === '' || lock.packages[home] || lock.packages[`${path}/${home}`]) continue;
    const words = name.split('/').at(-1)!.split('-');
    const cpu = words.find((word) => processors.includes(word)) ?? (words.includes('ppc64') ? 'ppc64' : undefined);
    const os = systems.find((system) => words.includes(system));
    lock.packages[home] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      ...(cpu ? { cpu: [cpu] } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
      ...(words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional platform packages added to package-lock.json`);
