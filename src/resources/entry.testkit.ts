import { Buffer } from 'node:buffer';
import type { Entry } from './resource.ts';

/** A file called `a`, empty, of whoever runs the test, but for `part`. */
export const entryOf = (part: Partial<Entry> = {}): Entry => ({
  name: Buffer.from('a'),
  type: 'file',
  sizeBytes: 0,
  mode: 0o644,
  uid: process.geteuid!(),
  gid: process.getegid!(),
  mtimeNs: 0n,
  ctimeNs: 0n,
  inode: 1n,
  xattrs: [],
  ...part,
});
