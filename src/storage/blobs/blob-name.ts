import { StorageError } from '../storage-error.ts';

const nameLengthMax = 512;
const word = /^[A-Za-z0-9._-]+$/;

/** Returns the words of a blob's name. Throws `blob-name-invalid` for any name that could leave a root or mean two things. */
export function parseBlobName(name: string): string[] {
  const words = name.split('/');
  if (name.length > nameLengthMax || !words.every(isWord)) throw new StorageError('blob-name-invalid', { name });
  return words;
}

function isWord(text: string): boolean {
  return word.test(text) && text !== '.' && text !== '..';
}
