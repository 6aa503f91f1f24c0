/**
 * Texts in the order in which Java's HashSet gives them back, added as they stand here: by the bits of their hash that choose a bucket,
 * and within one bucket in the order of their coming. AWS's services print sets so.
 */
export function javaSetOrder(texts: readonly string[]): readonly string[] {
  let buckets = 16;
  while (texts.length > buckets * 0.75) buckets *= 2;
  const bucketOf = (text: string): number => {
    const hash = javaHash(text);
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return texts.toSorted((one, other) => bucketOf(one) - bucketOf(other));
}

/** `String.hashCode()` */
function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}
