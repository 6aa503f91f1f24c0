import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSequence } from '../../src/decision/apply-remedy.ts';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import { awsCalls } from '../../src/decision/mends/aws-calls.ts';
import { shellQuoted } from '../../src/decision/mends/command-line.ts';
import { documentChange } from '../../src/decision/mends/document-change.ts';
import { quoted } from '../../src/decision/mends/hcl.ts';
import type { PatchStep } from '../../src/decision/mends/json-patch.ts';
import { jsonPatch } from '../../src/decision/mends/json-patch.ts';
import { MEND_FORMS, renderMend } from '../../src/decision/mends/render-mend.ts';
import { toYaml } from '../../src/decision/mends/yaml.ts';
import type { CaseFile } from './case-file.ts';
import { changed } from './case-file.ts';
import { document, greenFacts } from './green-facts.ts';

const remedies = globSync('test/cases/*.json')
  .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as CaseFile).cases)
  .map((each) => changed(greenFacts(each.copy), each.given))
  .flatMap((facts) => {
    const mends = diagnoseCopy(facts).findings.flatMap((finding) => finding.mends);
    return mends.flatMap(({ remedy }) => (remedy ? [{ facts, remedy }] : []));
  });

test('every mend for machines can be written in every form', () => {
  expect(new Set(remedies.map(({ remedy }) => remedy.kind)).size).toBeGreaterThan(8);
  for (const { facts, remedy } of remedies) {
    for (const form of MEND_FORMS) expect(renderMend(facts, remedy, form), `${remedy.kind} as ${form}`).not.toBe('');
  }
});

test('the patch of a document leads to the document that is put', () => {
  const changes = remedies.flatMap(({ facts, remedy }) => documentChange(facts, remedy) ?? []);
  const patched = changes.filter(({ before }) => before !== null);
  expect(patched.length).toBeGreaterThan(10);
  for (const { before, after } of patched) {
    const steps = jsonPatch(JSON.parse(before!), JSON.parse(after));
    expect(follow(JSON.parse(before!), steps)).toEqual(JSON.parse(after));
  }
});

test('mends of one document stand in sequence: the last one written has them all', () => {
  const deny = (Action: string) => ({ Effect: 'Deny', Action, Resource: '*' });
  const policy = document(deny('backup:CopyFromBackupVault'), deny('backup:CopyIntoBackupVault'));
  const facts = changed(greenFacts({ type: 'EFS' }), {
    'role.found.serviceControl': [
      [
        { origin: 'SCP', document: policy },
        { origin: 'all', document: document({ Effect: 'Allow', Action: '*', Resource: '*' }) },
      ],
    ],
  });
  const all = diagnoseCopy(facts).findings.flatMap(({ mends }) => mends.flatMap(({ remedy }) => remedy ?? []));
  const written = inSequence(facts, all).map((turn) => documentChange(turn.facts, turn.remedy)!.after);
  expect(written).toHaveLength(2);
  expect(written.at(-1)!.split('aws:PrincipalArn')).toHaveLength(3);
});

test('a patch leads from any JSON value to any other', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(follow(structuredClone(before), jsonPatch(before, after))).toEqual(after);
    }),
  );
});

test('a shell reads from a command line what went into it', () => {
  const words = fc.sample(
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
    { numRuns: 300, seed: 1 },
  );
  const line = `printf '%s\\0' ${words.map(shellQuoted).join(' ')}`;
  const heard = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(heard.split('\0').slice(0, -1)).toEqual(words);
});

test('command lines name operations and options as the AWS CLI does, with the document as one word', () => {
  const facts = changed(greenFacts({ type: 'EFS' }), { 'destination.vault.accessPolicy': null });
  const [remedy] = diagnoseCopy(facts).findings.flatMap(({ mends }) => mends.flatMap((mend) => mend.remedy ?? []));
  expect(renderMend(facts, remedy!, 'cli')).toBe(
    'aws backup put-backup-vault-access-policy --backup-vault-name safe --policy ' +
      `'{"Version":"2012-10-17","Statement":[{"Sid":"AllowRoleCopyIntoBackupVault","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}]}'` +
      ' --region eu-west-1\n',
  );
  expect(renderMend(facts, remedy!, 'terraform')).toContain('resource "aws_backup_vault_policy" "safe" {');
  expect(renderMend(facts, remedy!, 'cloudformation')).toContain('Type: "AWS::Backup::BackupVault"');
});

test('a vault that is not there is made under a new key, which the next call names', () => {
  const facts = changed(greenFacts({ type: 'EFS' }), { 'destination.vault': null, 'destination.key': null });
  const { mends } = diagnoseCopy(facts).findings.find(({ id }) => id === 'destination-vault-exists')!;
  const calls = awsCalls(facts, mends[0]!.remedy!);
  expect(calls.map(({ operation }) => operation)).toEqual([
    'CreateKey',
    'CreateBackupVault',
    'PutBackupVaultAccessPolicy',
  ]);
  expect(renderMend(facts, mends[0]!.remedy!, 'cli')).toContain('--encryption-key-arn "$KEY_ARN"');
});

test("templates of Terraform's own language do not begin inside a policy", () => {
  expect(quoted('${aws:PrincipalTag/team} %{x}')).toBe('"$${aws:PrincipalTag/team} %%{x}"');
});

test('YAML keeps strings apart from words and numbers', () => {
  expect(toYaml({ Version: '2012-10-17', List: [{ A: 'yes', B: ['*', 'plain'] }, []], On: true })).toBe(
    'Version: "2012-10-17"\nList:\n  - A: "yes"\n    B:\n      - "*"\n      - plain\n  - []\n"On": true\n',
  );
});

test('a patch quotes what stands between slashes', () => {
  const before = JSON.parse(document({ Condition: { 'a/b': 1 } })) as object;
  const after = JSON.parse(document({ Condition: { 'a/b': 2 } })) as object;
  expect(jsonPatch(before, after)).toEqual([{ op: 'replace', path: '/Statement/0/Condition/a~1b', value: 2 }]);
});

/** A second reader of RFC 6902, for the three operations. */
function follow(value: unknown, steps: readonly PatchStep[]): unknown {
  let root = { whole: value };
  for (const step of steps) {
    const names = ['whole', ...step.path.split('/').slice(1)].map((name) =>
      name.replaceAll('~1', '/').replaceAll('~0', '~'),
    );
    const last = names.pop()!;
    // biome-ignore lint/suspicious/noExplicitAny: any JSON value may stand there
    const place = names.reduce<any>((each, name) => each[name], root);
    if (step.op === 'remove') {
      if (Array.isArray(place)) place.splice(Number(last), 1);
      else delete place[last];
    } else if (Array.isArray(place) && last === '-') place.push(step.value);
    else if (last === '__proto__')
      Object.defineProperty(place, last, { value: step.value, enumerable: true, writable: true, configurable: true });
    else place[last] = step.value;
    root = { whole: root.whole };
  }
  return root.whole;
}
