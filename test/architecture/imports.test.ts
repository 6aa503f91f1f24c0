import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Rooms, top to bottom: code may import only from its own room and from rooms above it. */
const ROOMS = [
  'util',
  'model',
  'messages',
  'words',
  'policy',
  'planning',
  'decision',
  'report',
  'secrets',
  'storage',
  'resources',
  'access',
  'keys',
  'engine',
  'events',
  'jobs',
  'foresight',
  'aws',
  'doctor',
  'server',
  'cli',
];
const KNOW_BAND = ['util', 'model', 'messages', 'words', 'policy', 'planning', 'decision', 'report'];

/** Arrows that point down the list, and yet must not exist. */
const FORBIDDEN: ReadonlyArray<{ readonly importer: string; readonly imported: string; readonly because: string }> = [
  { importer: 'src/jobs/', imported: 'src/aws/', because: 'jobs and aws meet in records' },
  { importer: 'src/aws/', imported: 'src/jobs/', because: 'jobs and aws meet in records' },
  { importer: 'src/aws/wire/', imported: 'src/aws/services/backup/', because: 'the server hands wire its handlers' },
  { importer: 'src/aws/wire/', imported: 'src/engine/', because: 'wire turns bytes into shapes, no more' },
  {
    importer: 'src/engine/',
    imported: 'src/keys/',
    because: 'the engine gets data keys through the contract it declares',
  },
  { importer: 'src/engine/', imported: 'src/access/', because: 'the engine knows neither accounts nor policies' },
];

interface ImportLine {
  readonly file: string;
  readonly imported: string;
  readonly isType: boolean;
}

const sources = globSync('src/**/*.ts').map((file) => file.split(path.sep).join('/'));
const imports = sources.flatMap(importsOf);
const ours = imports
  .filter(({ imported }) => imported.startsWith('.'))
  .map((line) => ({ ...line, imported: resolveFrom(line) }));

function importsOf(file: string): ImportLine[] {
  const text = readFileSync(file, 'utf8');
  const lines = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...lines].map(([, type, fixed, dynamic]) => ({
    file,
    imported: (fixed ?? dynamic)!,
    isType: type !== undefined,
  }));
}

function resolveFrom({ file, imported }: ImportLine): string {
  return path.posix.join(path.posix.dirname(file), imported);
}

function roomOf(file: string): string {
  return file.split('/')[1]!;
}

function isTest(file: string): boolean {
  return /\.(test|suite|testkit)\.ts$|\/testing\//.test(file);
}

test('there are rooms to check', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(ours.length).toBeGreaterThan(20);
});

test('every room stands in the list', () => {
  expect([...new Set(sources.map(roomOf))].filter((room) => !ROOMS.includes(room))).toEqual([]);
});

test('code imports only from rooms above its own', () => {
  const downward = ours
    .filter(({ file }) => !isTest(file))
    .filter(({ file, imported }) => ROOMS.indexOf(roomOf(imported)) > ROOMS.indexOf(roomOf(file)))
    .map(({ file, imported }) => `${file} imports ${imported}`);
  expect(downward).toEqual([]);
});

test('neighbours that must not meet do not import each other', () => {
  const met = ours
    .filter(({ file }) => !isTest(file))
    .flatMap(({ file, imported }) =>
      FORBIDDEN.filter((rule) => file.startsWith(rule.importer) && imported.startsWith(rule.imported)).map(
        ({ because }) => `${file} imports ${imported}: ${because}`,
      ),
    );
  expect(met).toEqual([]);
});

test('the know band imports nothing but itself', () => {
  const foreign = imports
    .filter(({ file }) => KNOW_BAND.includes(roomOf(file)) && !isTest(file))
    .filter(({ imported }) => !imported.startsWith('.'))
    .map(({ file, imported }) => `${file} imports ${imported}`);
  expect(foreign).toEqual([]);
});

test('SDK clients stay out of everything but the doctor, the command line and the adapter of buckets', () => {
  const clients = imports
    .filter(
      ({ file, imported, isType }) =>
        /^@(aws-sdk|smithy)\//.test(imported) && !isType && !isTest(file) && !['doctor', 'cli'].includes(roomOf(file)),
    )
    .filter(({ file }) => !file.startsWith('src/storage/blobs/s3/'))
    .map(({ file, imported }) => `${file} imports ${imported}`);
  expect(clients).toEqual([]);
});

test('only the doors name concrete adapters, the real clock and real randomness', () => {
  const concrete = /\b(openSqlite|openDiskBlobs|openMemoryBlobs|openS3Blobs|systemClock|systemRandom)\b/;
  const named = sources
    .filter((file) => !isTest(file) && !['server', 'cli'].includes(roomOf(file)))
    .filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => concrete.test(line) && !/^\s*(\*|\/\/|export)/.test(line)),
    )
    .filter((file) => !file.startsWith('src/storage/') && !file.startsWith('src/engine/lanes/'));
  expect(named).toEqual([]);
});

test('nothing below the doors reads the clock or rolls dice by itself', () => {
  const direct = sources
    .filter((file) => !isTest(file) && !['server', 'cli'].includes(roomOf(file)))
    .filter((file) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(file, 'utf8')));
  expect(direct).toEqual([]);
});

test('every room says what it is for', () => {
  const roomsWithReadme = globSync('src/*/README.md').map((file) => file.split(path.sep)[1]);
  expect([...new Set(sources.map(roomOf))].filter((room) => !roomsWithReadme.includes(room))).toEqual([]);
});

test('sentences of AWS are made in messages/ only', () => {
  const makers = sources.filter(
    (file) => !isTest(file) && roomOf(file) !== 'messages' && /new ServiceError\(/.test(readFileSync(file, 'utf8')),
  );
  expect(makers).toEqual([]);
});
