import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** The destination vault has been made: an air-gapped one takes minutes, and fails where its key's policy lacks `kms:CreateGrant`. */
export const vaultIsAvailable: Check = {
  id: 'vault-is-available',
  gate: 'destination-vault',
  severity: 'blocks',
  sources: ['FM-VLT-12', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html'],
  judge(facts) {
    const { vault, vaultArn } = facts.destination;
    if (isUnknown(vault)) return unknown(vault);
    if (vault === null) return notApplicable('the vault is missing');
    const { state } = vault;
    if (state === undefined) return notApplicable('nobody looked at its state');
    if (state === 'AVAILABLE') return met();
    return found({
      parts: { state },
      actor: atDestination(facts),
      sentence: copyJob.accessDenied(),
      evidence: [{ origin: `vault ${vaultArn}`, place: 'VaultState', quote: state }],
      mends: [
        smallest(atDestination(facts), text(state === 'FAILED' ? 'mend.vault-failed' : 'mend.vault-is-available')),
      ],
    });
  },
};
