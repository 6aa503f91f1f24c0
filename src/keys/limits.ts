/** What Encrypt takes at most: AWS's quota, and enough for any data key. */
export const PLAINTEXT_BYTES_MAX = 4096;

/** What Decrypt takes at most: the API's constraint. */
export const CIPHERTEXT_BYTES_MAX = 6144;

/** Names and values of an encryption context together, in characters: AWS's quota. */
export const ENCRYPTION_CONTEXT_CHARACTERS_MAX = 8192;

/** What GenerateDataKey makes at most: the API's constraint. */
export const DATA_KEY_BYTES_MAX = 1024;

/** A key policy in characters: AWS's quota of 32 KB. */
export const KEY_POLICY_CHARACTERS_MAX = 32_768;

/** AWS's quota. */
export const GRANTS_PER_KEY_MAX = 50_000;

/** AWS's quota. */
export const ALIASES_PER_KEY_MAX = 50;

/** AWS's quota. */
export const TAGS_PER_KEY_MAX = 50;

/** Versions of one key's material: yearly rotation for a lifetime, and AWS's 25 rotations on demand beside it. */
export const MATERIAL_VERSIONS_MAX = 1000;

/** AWS's quota, for the lifetime of a key. */
export const ROTATIONS_ON_DEMAND_MAX = 25;
