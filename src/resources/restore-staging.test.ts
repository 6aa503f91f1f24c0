import { Buffer } from 'node:buffer';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stageRestore } from './restore-staging.ts';
import { scratch } from './scratch.testkit.ts';

const stage = (target: string, attempt = 1) => stageRestore(Buffer.from(target), 'job', attempt);

const taken = expect.objectContaining({ name: 'ResourceError', kind: 'target-taken' });

test('a tree appears whole, in place of nothing or of an empty directory', () => {
  const place = scratch();
  mkdirSync(path.join(place, 'empty'));
  for (const name of ['new', 'empty', 'deep/new']) {
    const staging = stage(path.join(place, name));
    mkdirSync(Buffer.from(staging.path));
    writeFileSync(Buffer.concat([staging.path, Buffer.from('/f')]), 'x');
    staging.publish();
    expect(readdirSync(path.join(place, name))).toEqual(['f']);
  }
  expect(readdirSync(place).sort()).toEqual(['deep', 'empty', 'new']);
});

test('an image may take the place of an empty directory', () => {
  const target = path.join(scratch(), 'empty');
  mkdirSync(target);
  const staging = stage(target);
  writeFileSync(Buffer.from(staging.path), 'image');
  staging.publish();
  expect(readFileSync(target, 'utf8')).toBe('image');
});

test('what holds something is refused, at the beginning and at the end, and stays', () => {
  const place = scratch();
  writeFileSync(path.join(place, 'file'), 'kept');
  expect(() => stage(path.join(place, 'file'))).toThrow(taken);
  const staging = stage(path.join(place, 'later'));
  writeFileSync(Buffer.from(staging.path), 'image');
  writeFileSync(path.join(place, 'later'), 'kept');
  expect(() => staging.publish()).toThrow(taken);
  expect(readFileSync(path.join(place, 'later'), 'utf8')).toBe('kept');
});

test('a second try removes the leavings of the first, and grows in a place of its own', () => {
  const target = path.join(scratch(), 'new');
  const first = stage(target);
  mkdirSync(Buffer.from(first.path));
  writeFileSync(Buffer.concat([first.path, Buffer.from('/half')]), '');
  const second = stage(target, 2);
  expect(readdirSync(path.dirname(target))).toEqual([]);
  mkdirSync(Buffer.from(second.path));
  stage(target, 1);
  expect(readdirSync(path.dirname(target))).toEqual([path.basename(Buffer.from(second.path).toString())]);
  second.discard();
});
