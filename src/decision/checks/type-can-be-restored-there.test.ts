import { expect, test } from 'vitest';
import { greenFacts } from '../../../test/cases/green-facts.ts';
import { typeCanBeRestoredThere } from './type-can-be-restored-there.ts';

test('a recovery point of a type that nobody could read leaves open whether the destination can restore it', () => {
  const green = greenFacts({ type: 'EFS' });
  const facts = {
    ...green,
    source: { ...green.source, point: { unknown: { grant: 'backup:DescribeRecoveryPoint' } } },
  };
  expect(typeCanBeRestoredThere.judge(facts)).toMatchObject({
    outcome: 'unknown',
    grant: 'backup:DescribeRecoveryPoint',
  });
});
