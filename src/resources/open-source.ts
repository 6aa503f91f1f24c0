import { readerOfRealDirectory } from './directory-reader.ts';
import { openImageReader } from './image-reader.ts';
import { inspectSource } from './inspect-source.ts';
import type { ResourceReader } from './resource.ts';

export interface OpenSourceOptions {
  /** Absolute paths that are left out of a tree, with all that is in them. */
  readonly excluded?: readonly string[];
  /** Nothing in these is opened, whatever the roots allow; they are left out of trees as well. */
  readonly closed?: readonly string[];
  /** Asked again at each opening, since a symbolic link may have moved since the source was registered. All is allowed by default. */
  readonly allowedRoots?: readonly string[];
}

/** Opens what a source names, as a directory tree or as a disk image. Throws ResourceError, as `inspectSource` does. */
export async function openSource(source: string, options: OpenSourceOptions = {}): Promise<ResourceReader> {
  const { excluded = [], closed = [], allowedRoots = ['/'] } = options;
  const { nature, path } = await inspectSource(source, allowedRoots, closed);
  return nature === 'directory'
    ? readerOfRealDirectory(path, { excluded: [...excluded, ...closed] })
    : openImageReader(path);
}
