import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts } from '../facts.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, smallest, unknown, unmet } from '../requirement.ts';

/** The destination vault is there. AWS tells nobody whether a vault of another account exists: it denies access. */
export const destinationVaultExists: Requirement = {
  id: 'destination-vault-exists',
  gate: 'destination-vault',
  sources: [
    'FM-VLT-13',
    'FM-API-1',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
  ],
  judge(facts) {
    const { vault, vaultArn } = facts.destination;
    if (isUnknown(vault)) return unknown(vault);
    if (vault !== null) return met();
    return unmet({
      sentence: copyJob.accessDenied(),
      actor: atDestination(facts),
      mends: [
        smallest(atDestination(facts), text('mend.destination-vault-exists', { vault: vaultArn }), remedyOf(facts)),
      ],
      evidence: [{ origin: `vault ${vaultArn}`, quote: 'no such vault' }],
    });
  },
};

const remedyOf = (facts: CopyFacts): Remedy => ({
  kind: 'create-vault',
  vaultArn: facts.destination.vaultArn,
  statements: isCrossAccount(facts)
    ? [
        {
          Sid: 'AllowRoleCopyIntoBackupVault',
          Effect: 'Allow',
          Principal: { AWS: facts.role.arn },
          Action: 'backup:CopyIntoBackupVault',
          Resource: '*',
        },
      ]
    : [],
});
