import { text } from '../words/text.ts';
import type { Reply } from './ask.ts';
import type { CopyFacts, KeyFacts } from './facts.ts';
import type { KeyRight, KeyUse } from './key-uses.ts';
import type { PolicyStatement } from './remedy.ts';
import type { Actor, Unmet } from './requirement.ts';
import { atSource, documented, smallest } from './requirement.ts';

/** A request to KMS that was denied. */
export interface RefusedUse {
  readonly use: KeyUse;
  readonly reply: Extract<Reply, { outcome: 'denied' }>;
}

type Mended = Pick<Unmet, 'actor' | 'mends'>;

/** Who must do what, so that a key that is enabled may be used. */
export function mendKey(
  facts: CopyFacts,
  { key, right, refused }: { key: KeyFacts; right: KeyRight; refused: readonly RefusedUse[] },
): Mended {
  const actor = ownerOf(facts, key);
  const actions = refused.map(({ use }) => use.action);
  if (right.kind !== 'job-grant') {
    return { actor, mends: [smallest(actor, text('mend.vault-grant-gone', { key: key.arn }))] };
  }
  const { arn, account } = right.principal;
  if (refused.some(({ reply }) => reply.evaluation.outcome === 'explicit-deny')) {
    const parts = { principal: arn, actions: actions.join(', '), key: key.arn };
    return { actor, mends: [smallest(actor, text('mend.key-denies', parts))] };
  }
  if (refused.every(({ reply }) => reply.evaluation.decidedBy === 'identity')) return mendRole(facts, { key, actions });
  return {
    actor,
    mends: [
      documented(
        actor,
        text('mend.key-admits', { account, key: key.arn, principal: arn, actions: actions.join(', ') }),
        key.manager === 'CUSTOMER'
          ? { kind: 'add-key-statements', keyArn: key.arn, statements: admittingStatements(account) }
          : undefined,
      ),
    ],
  };
}

export const ownerOf = ({ source }: CopyFacts, { account }: KeyFacts): Actor => ({
  side: account === source.account ? 'source' : 'destination',
  account,
});

/** The key's policy leaves it to the account, and the role of the job has no such right. */
function mendRole(facts: CopyFacts, { key, actions }: { key: KeyFacts; actions: readonly string[] }): Mended {
  const { arn } = facts.role;
  return {
    actor: atSource(facts),
    mends: [
      smallest(
        atSource(facts),
        text('mend.role-lacks-key-actions', { role: arn, actions: actions.join(', '), key: key.arn }),
        {
          kind: 'add-role-statements',
          roleArn: arn,
          statements: [{ Sid: 'UseKeyForCopies', Effect: 'Allow', Action: actions, Resource: key.arn }],
        },
      ),
    ],
  };
}

/** The two statements of the knowledge-center article: use, and grants for AWS resources. */
function admittingStatements(account: string): readonly PolicyStatement[] {
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  return [
    {
      Sid: `AllowUseBy${account}`,
      Effect: 'Allow',
      Principal,
      Action: [
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
      ],
      Resource: '*',
    },
    {
      Sid: `AllowGrantsBy${account}`,
      Effect: 'Allow',
      Principal,
      Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}
