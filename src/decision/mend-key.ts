import type { Text } from '../words/text.ts';
import { text } from '../words/text.ts';
import type { Denial } from './ask.ts';
import type { Mend } from './diagnosis.ts';
import type { CopyFacts, KeyFacts } from './facts.ts';
import type { KeyRight, KeyUse } from './key-uses.ts';
import { denials, mendDenials, mendRoleSilence } from './mend-denials.ts';
import type { PolicyStatement, Remedy } from './remedy.ts';
import type { Actor, Unmet } from './requirement.ts';
import { documented, smallest } from './requirement.ts';

/** A request to KMS that was denied. */
export interface RefusedUse {
  readonly use: KeyUse;
  readonly reply: Denial;
}

type Mended = Pick<Unmet, 'actor' | 'mends'>;

/** Who must do what, so that a key that is enabled may be used. */
export function mendKey(
  facts: CopyFacts,
  { key, right, refused }: { key: KeyFacts; right: KeyRight; refused: readonly RefusedUse[] },
): Mended {
  const actor = ownerOf(facts, key);
  const replies = refused.map(({ reply }) => reply);
  const exemptions = mendDenials(facts, replies);
  const silent = refused.filter(({ reply }) => reply.evaluation.outcome === 'implicit-deny');
  const byRole = silent.filter(({ reply }) => reply.evaluation.decidedBy === 'identity');
  const byKey = silent.filter(({ reply }) => reply.evaluation.decidedBy === 'resource');
  const mends = [
    ...exemptions,
    ...(byKey.length > 0 ? admitting(facts, { key, right, refused: byKey }) : []),
    ...(byRole.length > 0 ? mendRoleSilence(facts, denials(byRole.map(({ reply }) => reply))) : []),
  ];
  return { actor: mends[0]?.actor ?? actor, mends };
}

function admitting(
  facts: CopyFacts,
  { key, right, refused }: { key: KeyFacts; right: KeyRight; refused: readonly RefusedUse[] },
): readonly Mend[] {
  const actor = ownerOf(facts, key);
  if (right.kind !== 'job-grant') return [smallest(actor, text('mend.vault-grant-gone', { key: key.arn }))];
  const { arn, account } = right.principal;
  const actions = [...new Set(refused.map(({ use }) => use.action))];
  const words = text('mend.key-admits', { account, key: key.arn, principal: arn, actions: actions.join(', ') });
  if (key.manager !== 'CUSTOMER') return [smallest(actor, words)];
  const add = (statements: readonly PolicyStatement[]): Remedy => ({
    kind: 'add-key-statements',
    keyArn: key.arn,
    statements,
  });
  return [
    smallest(actor, words, add(neededStatements(arn, actions))),
    documented(actor, documentedWords(key, account), add(admittingStatements(account, key.arn))),
  ];
}

const documentedWords = ({ arn }: KeyFacts, account: string): Text =>
  text('mend.key-admits-as-documented', { account, key: arn });

export const ownerOf = ({ source }: CopyFacts, { account }: KeyFacts): Actor => ({
  side: account === source.account ? 'source' : 'destination',
  account,
});

/** Just what was refused, to just who asked. A grant may be given to AWS resources only. */
function neededStatements(principal: string, actions: readonly string[]): readonly PolicyStatement[] {
  const CREATE_GRANT = 'kms:CreateGrant';
  const uses = actions.filter((action) => action !== CREATE_GRANT);
  const base = { Effect: 'Allow', Principal: { AWS: principal }, Resource: '*' } as const;
  return [
    ...(uses.length > 0 ? [{ ...base, Sid: 'AllowUseForCopies', Action: uses }] : []),
    ...(actions.includes(CREATE_GRANT)
      ? [
          {
            ...base,
            Sid: 'AllowGrantsForCopies',
            Action: CREATE_GRANT,
            Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
          },
        ]
      : []),
  ];
}

/** The two statements of the knowledge-center article: use, and grants for AWS resources. */
function admittingStatements(account: string, keyArn: string): readonly PolicyStatement[] {
  const Principal = { AWS: `arn:${keyArn.split(':')[1]}:iam::${account}:root` };
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
