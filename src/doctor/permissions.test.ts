import { expect, test } from 'vitest';
import { readerPolicy } from './permissions.ts';

/** Characters as IAM counts them: without white space. "IAM and AWS STS quotas". */
const sizeOf = (sides: Parameters<typeof readerPolicy>[0]): number =>
  JSON.stringify(readerPolicy(sides)).replaceAll(/\s/g, '').length;

test.each([[['source']], [['destination']], [['source', 'destination', 'management']]] as const)(
  'the policy of %j is a managed policy: too long for the inline policies of a user',
  (sides) => {
    expect(sizeOf(sides)).toBeGreaterThan(2048);
    expect(sizeOf(sides)).toBeLessThanOrEqual(6144);
  },
);
