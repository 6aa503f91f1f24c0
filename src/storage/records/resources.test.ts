import { expect, test } from 'vitest';
import { attributesUnder } from './resources.ts';

const table = { type: 'DynamoDB', attributes: '{}' };
const settings = (DynamoDB?: boolean) => ({ optIn: {}, management: DynamoDB === undefined ? {} : { DynamoDB } });
const isBasic = (management?: boolean, planId?: string) =>
  attributesUnder(table, settings(management), planId).isAdvanced === false;

test('a table is backed up with the advanced features unless the account has switched them off', () => {
  expect([isBasic(), isBasic(true), isBasic(false)]).toEqual([false, false, true]);
  expect(isBasic(undefined, 'own-plan')).toBe(false);
});

test('the plan of a backup policy does not switch the advanced features on', () => {
  expect([isBasic(undefined, 'orgs/1'), isBasic(true, 'orgs/1'), isBasic(false, 'orgs/1')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('no other type has a switch', () => {
  expect(attributesUnder({ type: 'FSx', attributes: '{"fsxType":"ONTAP"}' }, settings(false), 'orgs/1')).toEqual({
    fsxType: 'ONTAP',
  });
});
