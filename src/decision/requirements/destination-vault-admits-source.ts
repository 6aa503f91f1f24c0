import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import { anyIdentity } from '../ask.ts';
import type { Mend } from '../diagnosis.ts';
import type { CopyFacts, RoleFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';
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
    if (found === null || vault === null || point === null) return notApplicable('role, point or vault is missing');
    const reply = askCopyInto(facts, { role: withAnyIdentity(found), point, resourceSideControls: false });
    if (reply.outcome === 'unknown') return unknown(reply.unknown);
    if (reply.outcome === 'allowed') return met();
    const isDenied = reply.evaluation.outcome === 'explicit-deny';
    return unmet({
      sentence: copyJob.accessDenied(),
      actor: atDestination(facts),
      mends: isDenied ? [mendOfDeny(facts)] : [mendOfSilence(facts)],
      evidence: reply.evidence,
    });
  },
};

const mendOfDeny = (facts: CopyFacts): Mend =>
  smallest(
    atDestination(facts),
    text('mend.destination-vault-denies-source', { role: facts.role.arn, vault: facts.destination.vaultArn }),
  );

const mendOfSilence = (facts: CopyFacts): Mend =>
  smallest(
    atDestination(facts),
    text('mend.destination-vault-admits-source', {
      account: facts.source.account,
      vault: facts.destination.vaultArn,
    }),
    remedyOf(facts),
  );

/** The question is the vault's word alone, so the other side is taken to allow. */
const withAnyIdentity = (role: RoleFacts): RoleFacts => ({
  ...role,
  identity: anyIdentity,
  boundary: null,
  serviceControl: null,
});

/** The statement that the console's wizard writes. */
const remedyOf = ({ source, destination }: CopyFacts): Remedy => ({
  kind: 'add-vault-access-statements',
  vaultArn: destination.vaultArn,
  statements: [
    {
      Sid: 'AllowAccountCopyIntoBackupVault',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${source.account}:root` },
      Action: 'backup:CopyIntoBackupVault',
      Resource: '*',
    },
  ],
});
