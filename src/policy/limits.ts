/** Nesting of arrays and objects in a document; the language itself needs five levels. */
export const JSON_DEPTH_MAX = 32;

/** Longest document that is read at all; key policies, the longest that AWS knows, end at 32 KiB. */
export const DOCUMENT_LENGTH_MAX = 131_072;

/** Parsed documents that are remembered, the last that were asked for: those of a thousand accounts that share most of them. */
export const PARSED_DOCUMENTS_MAX = 4096;

/** Condition keys whose spelling in lower case is remembered: more than all services of a copy have. */
export const CONTEXT_KEYS_REMEMBERED_MAX = 256;

/** Actions for which a document's statements are remembered: more than a copy asks for; a caller can make up any number. */
export const ACTIONS_REMEMBERED_MAX = 64;

/**
 * Longest document by profile, in characters. IAM and Organizations quotas pages: managed 6,144 without white space, trust 2,048 (a quota
 * that AWS raises to 8,192 on request), key policy 32 KiB, SCP and RCP 5,120, tag and backup policies 10,000.
 */
export const DOCUMENT_LENGTHS = {
  identity: 6_144,
  'inline-identity': 10_240,
  session: 2_048,
  resource: 20_480,
  trust: 8_192,
  key: 32_768,
  'vault-access': 20_480,
  scp: 5_120,
  rcp: 5_120,
} as const;

/** Organizations quotas: tag and backup policies. */
export const MANAGEMENT_POLICY_LENGTH_MAX = 10_000;
