import { Buffer } from 'node:buffer';
import { constants, copyFileSync } from 'node:fs';
import { openDirectoryReader } from './directory-reader.ts';
import { openTreeWriter } from './open-tree-writer.ts';
import type { DirectoryReader, EntryPath } from './resource.ts';
import type { TreeWriter } from './tree-writer.ts';

/** The obvious restore: reads one tree and writes it as another, without an engine in between. Gives the writer's troubles as text. */
export async function copyTree({ source, destination }: { source: string; destination: string }): Promise<string[]> {
  const reader = await openDirectoryReader(source);
  const writer = openTreeWriter(Buffer.from(destination));
  await copyDirectory({ reader, writer, links: new Map() }, []);
  writer.finishDirectory([], await reader.root());
  return writer.troubles.map(({ detail }) => detail);
}

interface Copying {
  readonly reader: DirectoryReader;
  readonly writer: TreeWriter;
  readonly links: Map<string, EntryPath>;
}

async function copyDirectory({ reader, writer, links }: Copying, path: EntryPath): Promise<void> {
  const { entries } = await reader.list(path);
  for (const entry of entries) {
    const place = [...path, entry.name];
    const first = entry.hardLinkKey === undefined ? undefined : links.get(entry.hardLinkKey);
    if (entry.hardLinkKey !== undefined && !first) links.set(entry.hardLinkKey, place);
    if (first) writer.makeHardLink(place, first);
    else if (entry.type === 'directory') {
      writer.makeDirectory(place);
      await copyDirectory({ reader, writer, links }, place);
      writer.finishDirectory(place, entry);
    } else if (entry.type === 'file') {
      const temporary = writer.temporaryFor(place);
      copyFileSync(Buffer.from(reader.absolute(place)), Buffer.from(temporary), constants.COPYFILE_EXCL);
      writer.finishFile(place, temporary, entry);
    } else writer.makeOther(place, entry);
  }
}
