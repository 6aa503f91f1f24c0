/**
 * How a domain's bytes are kept: at hand, or where keeping is cheap and reading may cost more. AWS's words for recovery points. A domain lies in one
 * class with all its blobs. There is one `BlobStore` for each class; the two may be folders on different disks, or one bucket whose cold
 * objects get another storage class: domains have names of their own, so blobs of the two never meet. What is cold is read like all else, at
 * once: a class whose objects must be recalled first cannot serve as a BlobStore.
 */
export type StorageClass = 'WARM' | 'COLD';
