import { expect, test } from 'vitest';
import { greenFacts } from '../../../test/cases/green-facts.ts';
import { decideCopy } from '../../decision/decide-copy.ts';
import { unknownFor } from '../../decision/facts.ts';
import { assembleFacts } from '../assemble-facts.ts';
import { emptyEstate, estateSource } from '../estate.ts';
import { copyNameOf, estateOf } from '../testing/estate-of.ts';
import { toFactsFile } from './read-facts.ts';
import { writeFacts } from './write-facts.ts';

const facts = greenFacts({ type: 'EBS' });
const { now, asOf } = facts;
const file = {
  moment: { now, asOf },
  estate: estateOf(facts),
  plans: [],
  cases: [{ label: 'a copy', origin: { kind: 'asked' as const }, copy: copyNameOf(facts) }],
};

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into a file in all sorts of ways
type Json = any;

/** The file as JSON, changed in one place. */
function spoilt(change: (json: Json) => void): () => unknown {
  const json: Json = JSON.parse(writeFacts(file));
  change(json);
  return () => toFactsFile(json);
}

test('facts put together from a file are the facts that were saved', async () => {
  const { estate, cases, moment } = toFactsFile(JSON.parse(writeFacts(file)));
  const again = await assembleFacts(estateSource(estate), cases[0]!.copy!, moment);
  expect(again).toMatchObject(facts);
  expect(decideCopy(again)).toEqual(decideCopy(facts));
});

test('a document stands once in a file, however many name it', () => {
  const twice = estateOf(facts);
  twice.roles['arn:aws:iam::111122223333:role/other'] = twice.roles[facts.role.arn]!;
  const { length } = writeFacts({ ...file, estate: twice });
  expect(length - writeFacts(file).length).toBeLessThan(1_000);
});

test('the facts of a copy alone are a facts file', () => {
  const { cases } = toFactsFile(JSON.parse(JSON.stringify(facts)));
  expect(cases.map((each) => each.facts)).toEqual([facts]);
});

test('a policy may stand in a file as the document that it is', () => {
  const found = spoilt((json) => {
    const vaults = json.vaults;
    vaults[facts.destination.vaultArn]!.accessPolicy = { Version: '2012-10-17', Statement: [] };
  })() as ReturnType<typeof toFactsFile>;
  const vault = found.estate.vaults[facts.destination.vaultArn] as { accessPolicy: string };
  expect(JSON.parse(vault.accessPolicy)).toEqual({ Version: '2012-10-17', Statement: [] });
});

test('an unknown says which action would have told', async () => {
  const found = spoilt((json) => {
    const keys = json.keys;
    keys[Object.keys(keys)[0]!] = unknownFor('kms:DescribeKey');
  })() as ReturnType<typeof toFactsFile>;
  const again = await assembleFacts(estateSource(found.estate), copyNameOf(facts), { now, asOf });
  expect(again.source.key).toEqual(unknownFor('kms:DescribeKey'));
});

test('a blanked member that must be known makes the whole thing unknown, in tables and in whole facts', async () => {
  const blank = unknownFor('backup:DescribeBackupVault');
  const { estate } = spoilt((json) => {
    json.vaults[facts.destination.vaultArn].maxRetentionDays = blank;
  })() as ReturnType<typeof toFactsFile>;
  const again = await assembleFacts(estateSource(estate), copyNameOf(facts), { now, asOf });
  expect(again.destination.vault).toEqual(blank);
  const whole: Json = JSON.parse(JSON.stringify(facts));
  whole.destination.vault.maxRetentionDays = blank;
  expect(toFactsFile(whole).cases[0]?.facts?.destination.vault).toEqual(blank);
  whole.now = blank;
  expect(() => toFactsFile(whole)).toThrow('facts.now must be known here.');
});

test.each<[string, (json: Json) => void, string]>([
  ['another format', (json) => Object.assign(json, { format: 'x' }), 'format must be "crossvault-facts"; found "x".'],
  ['another version', (json) => Object.assign(json, { version: 2 }), 'version must be 1'],
  [
    'a table of another name',
    (json) => Object.assign(json, { vault: {} }),
    'vault is not known. Known here: moment, accounts',
  ],
  [
    'a number for a text',
    (json) => Object.assign(json.vaults[facts.destination.vaultArn], { keyArn: 7 }),
    `vaults["${facts.destination.vaultArn}"].keyArn must be a text; found 7.`,
  ],
  [
    'a misspelt member',
    (json) => Object.assign(json.vaults[facts.destination.vaultArn], { acessPolicy: null }),
    '.acessPolicy is not known. Known here: name, type, keyArn, accessPolicy',
  ],
  ['a case without a copy', (json) => delete json.cases[0].copy, 'cases[0] must be a case with either'],
  [
    'an unknown without an action',
    (json) => Object.assign(json.roles, { [facts.role.arn]: { unknown: true } }),
    `roles["${facts.role.arn}"] must be known, or {"unknown": {"grant": "SERVICE:ACTION"}}; found {"unknown":true}.`,
  ],
  [
    'a document that is not there',
    (json) => Object.assign(json.roles[facts.role.arn], { trustPolicy: { $ref: 'd99' } }),
    'trustPolicy names the document "d99", which the file does not have.',
  ],
])('%s is refused with its place', (_, change, message) => {
  expect(spoilt(change)).toThrow(message);
});

test('names that are members of every object are nothing special', () => {
  const { estate } = toFactsFile({
    format: 'crossvault-facts',
    version: 1,
    moment: { now, asOf },
    roles: { constructor: null },
  });
  expect(estate.roles.constructor).toBeNull();
  expect(emptyEstate().roles.constructor).toBeUndefined();
});
