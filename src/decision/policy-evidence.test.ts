import { expect, test } from 'vitest';
import { changed } from '../../test/cases/case-file.ts';
import { greenFacts } from '../../test/cases/green-facts.ts';
import { diagnoseCopy } from './diagnose-copy.ts';

const deny = { Sid: 'Closed', Effect: 'Deny', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*' };
const places = (accessPolicy: string) =>
  diagnoseCopy(changed(greenFacts({ type: 'EFS' }), { 'destination.vault.accessPolicy': accessPolicy }))
    .findings.filter(({ id }) => id === 'destination-vault-admits-source')
    .flatMap(({ evidence }) => evidence.map(({ place }) => place));

test('a statement is found by its name, and by its line where the document is laid out', () => {
  const policy = { Version: '2012-10-17', Statement: [deny] };
  expect(places(JSON.stringify(policy))).toEqual(['Closed']);
  expect(places(JSON.stringify(policy, null, 2))).toEqual(['Closed, line 4']);
});
