import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A directory with what makes backups hard: odd names, links of both kinds, modes, empty and large files, holes, old dates. */
export function makeTree(root: string): string {
  mkdirSync(path.join(root, 'empty'), { recursive: true });
  mkdirSync(path.join(root, 'many'));
  for (let index = 0; index < 300; index += 1)
    writeFileSync(path.join(root, 'many', `file-${index}`), `content ${index}\n`.repeat(index));
  writeFileSync(
    path.join(root, 'large'),
    Buffer.from(Array.from({ length: 6 << 20 }, (_, at) => (at * at * 31 + (at >> 7)) & 0xff)),
  );
  writeFileSync(path.join(root, 'nothing'), '');
  writeFileSync(Buffer.from(`${root}/not-utf8-\xff\xfe`, 'latin1'), 'a name of bytes');
  writeFileSync(path.join(root, 'line\nbreak and "quotes"'), 'odd');
  writeFileSync(path.join(root, 'ünï-コード'), 'unicode');
  linkSync(path.join(root, 'large'), path.join(root, 'many', 'large-again'));
  symlinkSync('many/file-7', path.join(root, 'to-file'));
  symlinkSync('/no/such/place', path.join(root, 'dangling'));
  symlinkSync('..', path.join(root, 'many', 'loop'));
  execFileSync('truncate', ['-s', '5M', path.join(root, 'hole')]);
  chmodSync(path.join(root, 'nothing'), 0o4711);
  chmodSync(path.join(root, 'empty'), 0o1777);
  utimesSync(path.join(root, 'many', 'file-3'), 1_000_000_000, 999_999_999.5);
  return root;
}
