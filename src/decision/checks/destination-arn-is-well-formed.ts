import { parseVaultArn } from '../../model/vault.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { atSource, met, smallest } from '../requirement.ts';

/** The destination is written as the ARN of a vault: `arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME`. */
export const destinationArnIsWellFormed: Check = {
  id: 'destination-arn-is-well-formed',
  gate: 'destination-vault',
  severity: 'blocks',
  sources: ['FM-API-3'],
  judge(facts) {
    const { vaultArn } = facts.destination;
    if (parseVaultArn(vaultArn) !== undefined) return met();
    return found({
      actor: atSource(facts),
      evidence: [{ origin: 'request', place: 'DestinationBackupVaultArn', quote: vaultArn }],
      mends: [smallest(atSource(facts), text('mend.destination-arn-is-well-formed'))],
    });
  },
};
