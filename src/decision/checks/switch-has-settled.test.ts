import { expect, test } from 'vitest';
import { greenFacts } from '../../../test/cases/green-facts.ts';
import { switchHasSettled } from './switch-has-settled.ts';

test('a switch that was turned off just now is turned on by the same write as one that is off for long', () => {
  const green = greenFacts({ type: 'EBS' });
  const facts = { ...green, crossAccountCopy: { isEnabled: false, changedAt: green.now - 60_000 } };
  expect(switchHasSettled.judge(facts)).toMatchObject({
    severity: 'will-block',
    mends: [{ remedy: { kind: 'enable-cross-account-copy' } }],
  });
});
