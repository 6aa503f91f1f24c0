import { Buffer } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { identityOf } from '../../resources/file-identity.ts';
import type { ImageReader } from '../../resources/resource.ts';
import { EngineError } from '../engine-error.ts';
import type { ManifestRoot } from '../format/manifest.ts';
import type { Readable, Writing } from '../job-session.ts';
import type { FileIdentity } from '../lanes/lane-protocol.ts';
import { isSameIdentity } from '../lanes/open-file.ts';
import type { Content } from '../tree/node.ts';
import { TroubleList } from '../trouble-list.ts';
import { cutLarge } from './cut-large.ts';

type ImageRoot = Extract<ManifestRoot, { nature: 'disk-image' }>;

export interface ImageBackup {
  readonly root: ImageRoot;
  readonly troubles: TroubleList;
}

/**
 * Backs up a disk image block by block. A regular file that looks as it did is not read. Throws `source-unreadable`; an image that changes
 * while it is read, twice, is kept with a trouble.
 */
export async function backUpImage(
  reader: ImageReader,
  domain: Readable,
  writing: Writing,
  previous: ManifestRoot | undefined,
): Promise<ImageBackup> {
  const troubles = new TroubleList();
  const look = await lookAt(reader);
  if (previous?.nature === 'disk-image' && look.isRegular && isUnchanged(previous, look.identity, domain)) {
    writing.lanes.skip(previous.sizeBytes);
    return { root: previous, troubles };
  }
  let { identity } = look;
  for (let attempt = 1; ; attempt += 1) {
    const sizeBytes = look.isRegular ? identity.sizeBytes : reader.sizeBytes;
    const place = { ...writing, index: domain.index };
    const source = { path: reader.path, identity, sizeBytes, by: 'block' } as const;
    const cut = await (await cutLarge(place, source, { inNode: true })).outcome;
    if (!cut.content || cut.trouble) throw unreadable(cut.trouble?.detail ?? 'nothing was read');
    if (cut.isSettled || attempt === 2) {
      if (!cut.isSettled) troubles.add([], 'changed', 'it changed while it was read, twice');
      return {
        root: rootOf(sizeBytes, cut.isSettled && !cut.isFresh ? identity : { ...identity, ctimeNs: 0n }, cut.content),
        troubles,
      };
    }
    identity = cut.identity ?? identity;
  }
}

async function lookAt({ path }: ImageReader): Promise<{ identity: FileIdentity; isRegular: boolean }> {
  try {
    const found = await stat(Buffer.from(path), { bigint: true });
    return { identity: identityOf(found), isRegular: found.isFile() };
  } catch (error) {
    throw unreadable(error instanceof Error && 'code' in error ? String(error.code) : 'unknown', error);
  }
}

function isUnchanged(previous: ImageRoot, identity: FileIdentity, { index }: Readable): boolean {
  if (!isSameIdentity({ ...previous.identity, sizeBytes: previous.sizeBytes }, identity)) return false;
  return 'list' in previous.content && index.holdsTree(previous.content.list.hash);
}

function rootOf(sizeBytes: number, { mtimeNs, ctimeNs, inode }: FileIdentity, content: Content): ImageRoot {
  return { nature: 'disk-image', sizeBytes, identity: { mtimeNs, ctimeNs, inode }, content };
}

function unreadable(detail: string, cause?: unknown): EngineError {
  return new EngineError('source-unreadable', { detail }, { cause });
}
