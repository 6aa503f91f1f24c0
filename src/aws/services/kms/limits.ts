/**
 * Page sizes where the caller asks for none, and the most one may ask for:
 * https://docs.aws.amazon.com/kms/latest/APIReference/
 */
export const PAGE_SIZES = {
  keys: { byDefault: 100, max: 1000 },
  aliases: { byDefault: 50, max: 100 },
  grants: { byDefault: 50, max: 100 },
  policies: { byDefault: 100, max: 1000 },
  tags: { byDefault: 50, max: 50 },
  rotations: { byDefault: 100, max: 1000 },
} as const;

/** Days until a scheduled deletion: AWS's bounds. */
export const PENDING_WINDOW_DAYS = { min: 7, byDefault: 30, max: 30 } as const;

/** Days between rotations: AWS's bounds. */
export const ROTATION_PERIOD_DAYS = { min: 90, byDefault: 365, max: 2560 } as const;

/** Days until imported material expires at most: AWS's bound. */
export const MATERIAL_VALID_DAYS_MAX = 365;
