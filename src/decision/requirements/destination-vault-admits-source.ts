import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { Denial } from '../ask.ts';
import { anyIdentity } from '../ask.ts';
import type { Mend } from '../diagnosis.ts';
import { roleNamed } from '../expected-roles.ts';
import type { CopyFacts, RoleFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import { mendDenials } from '../mend-denials.ts';
import type { Remedy } from '../remedy.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, documented, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';
import { askCopyInto } from '../vault-access.ts';

/**
 * The destination's vault access policy lets the source in: `backup:CopyIntoBackupVault` for its role, account, organizational unit or
 * organization. https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export const destinationVaultAdmitsSource: Requirement = {
  id: 'destination-vault-admits-source',
  gate: 'destination-vault',
  sources: [
    'FM-VLT-1',
    'FM-VLT-2',
    'FM-VLT-3',
    'FM-VLT-4',
    'FM-VLT-5',
    'FM-VLT-6',
    'https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy',
  ],
  judge(facts) {
    const { found } = facts.role;
    const { vault } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(found)) return unknown(found);
    if (isUnknown(vault)) return unknown(vault);
    if (isUnknown(point)) return unknown(point);
    if (vault === null || point === null) return notApplicable('point or vault is missing');
    const role = withAnyIdentity(found ?? roleNamed(facts));
    const reply = askCopyInto(facts, { role, point, resourceSideControls: false });
    if (reply.outcome === 'unknown') return unknown(reply.unknown);
    if (reply.outcome === 'allowed') return met();
    const mends = [...mendDenials(facts, [reply]), ...(isSilent(reply) ? mendsOfSilence(facts) : [])];
    const none = { origin: `vault access policy of ${facts.destination.vaultArn}`, quote: 'there is none' };
    const evidence = vault.accessPolicy === null ? [none] : reply.evidence;
    return unmet({ sentence: copyJob.accessDenied(), actor: atDestination(facts), mends, evidence });
  },
};

const isSilent = ({ evaluation }: Denial): boolean =>
  evaluation.outcome === 'implicit-deny' && evaluation.decidedBy === 'resource';

/** The question is the vault's word alone, so the other side is taken to allow. */
const withAnyIdentity = (role: RoleFacts): RoleFacts => ({
  ...role,
  identity: anyIdentity,
  boundary: null,
  serviceControl: null,
});

/** The role alone; or the account, in the statement that the console's wizard writes. */
function mendsOfSilence(facts: CopyFacts): readonly Mend[] {
  const { source, destination, role } = facts;
  const actor = atDestination(facts);
  const parts = { account: source.account, vault: destination.vaultArn, role: role.arn };
  const account = `arn:${role.arn.split(':')[1]}:iam::${source.account}:root`;
  return [
    smallest(
      actor,
      text('mend.destination-vault-admits-source', parts),
      admitting(destination.vaultArn, { Sid: 'AllowRoleCopyIntoBackupVault', principal: role.arn }),
    ),
    documented(
      actor,
      text('mend.destination-vault-admits-account', parts),
      admitting(destination.vaultArn, { Sid: 'AllowAccountCopyIntoBackupVault', principal: account }),
    ),
  ];
}

const admitting = (vaultArn: string, { Sid, principal }: { Sid: string; principal: string }): Remedy => ({
  kind: 'add-vault-access-statements',
  vaultArn,
  statements: [
    {
      Sid,
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 'backup:CopyIntoBackupVault',
      Resource: '*',
    },
  ],
});
