import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCopyLifecycle, applyLifecycle, isRetentionWithin, type Lifecycle, lifecycleFault } from './lifecycle.ts';

const DAY_MS = 86_400_000;
const JANUARY = Date.UTC(2026, 0, 1);

const copyOf = (requested: Lifecycle | undefined, source: Lifecycle | undefined, hasColdTier = true) =>
  applyCopyLifecycle({
    requested,
    source: applyLifecycle({ lifecycle: source, createdAt: JANUARY, hasColdTier }),
    sourceCreatedAt: JANUARY,
    hasColdTier,
  });

test('no lifecycle keeps a point for ever', () => {
  expect(applyLifecycle({ lifecycle: undefined, createdAt: JANUARY, hasColdTier: true })).toEqual({});
});

test('minus one keeps a point for ever', () => {
  const lifecycle = { deleteAfterDays: -1, moveToColdAfterDays: -1 };
  expect(applyLifecycle({ lifecycle, createdAt: JANUARY, hasColdTier: true })).toEqual({});
});

test('a type without cold tier ignores the move', () => {
  const lifecycle = { deleteAfterDays: 120, moveToColdAfterDays: 10 };
  expect(applyLifecycle({ lifecycle, createdAt: JANUARY, hasColdTier: false })).toEqual({
    deleteAfterDays: 120,
    deleteAt: JANUARY + 120 * DAY_MS,
  });
});

test('a copy without a lifecycle follows its source', () => {
  expect(copyOf(undefined, { deleteAfterDays: 100, moveToColdAfterDays: 5 })).toEqual({
    deleteAfterDays: 100,
    deleteAt: JANUARY + 100 * DAY_MS,
    moveToColdAfterDays: 5,
    moveToColdAt: JANUARY + 5 * DAY_MS,
  });
});

test("a copy's own retention counts from the source's creation", () => {
  expect(copyOf({ deleteAfterDays: 7 }, { deleteAfterDays: 100 })).toEqual({
    deleteAfterDays: 7,
    deleteAt: JANUARY + 7 * DAY_MS,
  });
});

test('a copy that asks for ever inherits the expiry of its source', () => {
  expect(copyOf({ deleteAfterDays: -1 }, { deleteAfterDays: 35 }).deleteAt).toBe(JANUARY + 35 * DAY_MS);
  expect(copyOf({ moveToColdAfterDays: 1 }, { deleteAfterDays: 365 }).deleteAt).toBe(JANUARY + 365 * DAY_MS);
  expect(copyOf({ deleteAfterDays: -1 }, undefined)).toEqual({});
});

test('a copy with its own retention does not take the move of its source', () => {
  expect(
    copyOf({ deleteAfterDays: 200 }, { deleteAfterDays: 100, moveToColdAfterDays: 5 }).moveToColdAt,
  ).toBeUndefined();
});

test.each<[string, Lifecycle, string | undefined]>([
  ['one day is the least', { deleteAfterDays: 1 }, undefined],
  ['no day is too few', { deleteAfterDays: 0 }, 'delete-out-of-range'],
  ['a hundred years are the most', { deleteAfterDays: 36_500 }, undefined],
  ['more than a hundred years is too much', { deleteAfterDays: 36_501 }, 'delete-out-of-range'],
  ['half a day is none', { deleteAfterDays: 1.5 }, 'delete-out-of-range'],
  ['ninety days in the cold are the least', { deleteAfterDays: 98, moveToColdAfterDays: 8 }, undefined],
  ['89 days in the cold are too few', { deleteAfterDays: 97, moveToColdAfterDays: 8 }, 'delete-too-soon-after-move'],
  ['minus two is no day', { moveToColdAfterDays: -2 }, 'move-out-of-range'],
  ['minus one removes both', { deleteAfterDays: -1, moveToColdAfterDays: -1 }, undefined],
])('%s', (_name, lifecycle, fault) => {
  expect(lifecycleFault(lifecycle)).toBe(fault);
});

test('a copy never outlives both what was asked and its source', () => {
  const days = fc.option(fc.integer({ min: 1, max: 36_500 }), { nil: undefined });
  fc.assert(
    fc.property(days, days, (asked, own) => {
      const requested = asked === undefined ? undefined : { deleteAfterDays: asked };
      const source = own === undefined ? undefined : { deleteAfterDays: own };
      const expected = asked ?? own;
      expect(copyOf(requested, source).deleteAt).toBe(expected === undefined ? undefined : JANUARY + expected * DAY_MS);
    }),
  );
});

test('a point kept for ever exceeds every maximum and satisfies every minimum', () => {
  expect(isRetentionWithin(undefined, { maxDays: 36_500 })).toBe(false);
  expect(isRetentionWithin(-1, { minDays: 7 })).toBe(true);
  expect(isRetentionWithin(7, { minDays: 7, maxDays: 7 })).toBe(true);
  expect(isRetentionWithin(6, { minDays: 7 })).toBe(false);
});
