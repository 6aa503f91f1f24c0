import * as copyJob from '../../messages/copy-job.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, unknown, unmet } from '../requirement.ts';

/** The destination vault is there. AWS tells nobody whether a vault of another account exists: it denies access. */
export const destinationVaultExists: Requirement = {
  id: 'destination-vault-exists',
  judge(facts) {
    const { vault, vaultArn } = facts.destination;
    if (isUnknown(vault)) return unknown(vault);
    if (vault !== null) return met();
    return unmet({
      sentence: copyJob.accessDenied(),
      actor: atDestination(facts),
      mend: `Create the vault ${vaultArn}, under a customer managed key, or name one that exists.`,
      evidence: [{ origin: `vault ${vaultArn}`, quote: 'no such vault' }],
    });
  },
};
