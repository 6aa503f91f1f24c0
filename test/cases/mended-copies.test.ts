import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyRemedy, inOrderOfAction } from '../../src/decision/apply-remedy.ts';
import { anyIdentity } from '../../src/decision/ask.ts';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import type { Diagnosis } from '../../src/decision/diagnosis.ts';
import type { CopyFacts, PolicyLevels } from '../../src/decision/facts.ts';
import { isUnknown, knownOf } from '../../src/decision/facts.ts';
import type { Remedy } from '../../src/decision/remedy.ts';
import type { Principal } from '../../src/model/principal.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { PolicySet } from '../../src/policy/evaluation.ts';
import { brokenCopies, ROLE } from './broken-copies.ts';
import { SOURCE } from './green-facts.ts';

const RUNS = Number(process.env.CROSSVAULT_MENDS ?? 150);

const blockingOf = ({ findings }: Diagnosis) =>
  findings.filter(({ severity, outcome }) => severity === 'blocks' && outcome === 'unmet');

/** The smallest mends of all that blocks; nothing where a finding has none for machines. */
function remediesOf(facts: CopyFacts): readonly Remedy[] | undefined {
  const lists = blockingOf(diagnoseCopy(facts)).map(({ mends }) =>
    mends.flatMap(({ kind, remedy }) => (kind === 'smallest' && remedy ? [remedy] : [])),
  );
  return lists.some((list) => list.length === 0) ? undefined : inOrderOfAction(lists.flat());
}

test('following all mends of a random broken set-up makes its copy work', () => {
  let followed = 0;
  fc.assert(
    fc.property(brokenCopies, (facts) => {
      const remedies = remediesOf(facts);
      if (remedies === undefined) return;
      followed += 1;
      const mended = diagnoseCopy(remedies.reduce(applyRemedy, facts));
      expect(blockingOf(mended).map(({ id }) => id)).toEqual([]);
      expect(mended.verdict).toBe('works');
    }),
    { numRuns: RUNS },
  );
  expect(followed).toBeGreaterThan(RUNS / 2);
});

const role = (arn: string): Principal => ({
  kind: 'role',
  account: arn.split(':')[4]!,
  arn,
  userId: 'AROASOMEBODYELSE0000:session',
  sessionArn: `arn:aws:sts::${arn.split(':')[4]}:assumed-role/${arn.split('/').at(-1)}/session`,
});

/** Nobody of the copy. */
const OUTSIDERS: readonly Principal[] = [
  role(`arn:aws:iam::${SOURCE}:role/Developer`),
  role(`arn:aws:iam::${SOURCE}:role/service-role/AWSBackupDefaultServiceRole2`),
  role('arn:aws:iam::444455556666:role/Developer'),
  role('arn:aws:iam::777788889999:role/Stranger'),
  { kind: 'user', account: SOURCE, arn: `arn:aws:iam::${SOURCE}:user/eve`, userId: 'AIDAEVE' },
  { kind: 'service', account: '', arn: 'lambda.amazonaws.com', userId: 'lambda.amazonaws.com' },
];

/** What a copy does, and what it never does. */
const CHAIN = [
  'backup:CopyFromBackupVault',
  'backup:CopyIntoBackupVault',
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:DescribeKey',
  'tag:GetResources',
];
const BEYOND = [
  'backup:DeleteBackupVault',
  'backup:DeleteRecoveryPoint',
  'backup:PutBackupVaultAccessPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:PutKeyPolicy',
  'iam:PassRole',
  's3:GetObject',
];

/** Whether the documents in the facts let somebody do something to the copy's vaults and keys, whatever his own policies allow. */
function may(facts: CopyFacts, principal: Principal, action: string): readonly string[] {
  const isRole = principal.arn === ROLE;
  const found = knownOf(facts.role.found);
  const { source, destination } = facts;
  const control = principal.account === SOURCE ? (found?.serviceControl ?? source.serviceControl) : null;
  const identity = isRole && found !== undefined && !isUnknown(found.identity) ? found.identity : anyIdentity;
  const boundary = isRole ? knownOf(found?.boundary ?? null) : undefined;
  const isKey = action.startsWith('kms:');
  const owned = isKey
    ? [source.key, destination.key].flatMap((fact) => {
        const key = knownOf(fact);
        return key && !isUnknown(key.policy)
          ? [{ arn: key.arn, account: key.account, policy: key.policy, rules: 'key' as const }]
          : [];
      })
    : [source, destination].map(({ vaultArn, account, vault }) => {
        const policy = knownOf(vault)?.accessPolicy ?? null;
        return {
          arn: vaultArn,
          account,
          policy: policy === null || isUnknown(policy) ? null : policy,
          rules: 'ordinary' as const,
        };
      });
  return owned.flatMap(({ arn, account, policy, rules }) => {
    const set: PolicySet = {
      identity,
      ...(boundary && { boundary }),
      ...levels('serviceControl', control ?? null),
      ...levels('resourceControl', (account === SOURCE ? source : destination).resourceControl),
      ...(policy !== null && { resource: { origin: arn, document: policy, rules } }),
    };
    const context = { 'kms:GrantIsForAWSResource': 'true', 'backup:CopyTargets': [destination.vaultArn] };
    return evaluate({ principal, action, resource: arn, resourceAccount: account, context }, set).isAllowed
      ? [arn]
      : [];
  });
}

const levels = (name: 'serviceControl' | 'resourceControl', fact: CopyFacts['source']['resourceControl']) =>
  fact === null || isUnknown(fact) ? {} : { [name]: fact satisfies PolicyLevels };

test('no mend lets anybody outside the copy do what he could not do before', () => {
  fc.assert(
    fc.property(brokenCopies, (facts) => {
      const remedies = remediesOf(facts);
      // What is made anew has no before.
      if (
        remedies === undefined ||
        remedies.some(
          ({ kind }) => kind.startsWith('create-') || (kind.includes('key') && !kind.includes('statements')),
        )
      )
        return;
      const mended = remedies.reduce(applyRemedy, facts);
      for (const outsider of OUTSIDERS) {
        for (const action of [...CHAIN, ...BEYOND]) {
          const before = may(facts, outsider, action);
          const after = may(mended, outsider, action);
          expect({ who: outsider.arn, action, more: after.filter((arn) => !before.includes(arn)) }).toEqual({
            who: outsider.arn,
            action,
            more: [],
          });
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('and no mend lets the role of the copy do what no copy does', () => {
  const copying = role(ROLE);
  fc.assert(
    fc.property(brokenCopies, (facts) => {
      const remedies = remediesOf(facts);
      if (remedies === undefined || remedies.some(({ kind }) => kind.startsWith('create-'))) return;
      const mended = remedies.reduce(applyRemedy, facts);
      for (const action of BEYOND) {
        const before = may(facts, copying, action);
        expect({ action, more: may(mended, copying, action).filter((arn) => !before.includes(arn)) }).toEqual({
          action,
          more: [],
        });
      }
    }),
    { numRuns: RUNS },
  );
});
