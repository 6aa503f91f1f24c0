import * as backup from '../../../messages/backup.ts';
import { parsePolicyDocument, type Statement } from '../../../policy/document.ts';
import { principalsOf } from '../../../policy/principals-of.ts';
import { validatePolicyDocument } from '../../../policy/validate.ts';
import { principalExists } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { VaultRow } from '../../../storage/records/vaults.ts';

/**
 * Returns where AWS would store the policy. Throws InvalidParameterValueException for one that cannot be read, whose actions have
 * wildcards, whose principals do not exist, or that lets somebody outside the account do more than copy into the vault. Developer
 * Guide, "Setting access policies on backup vaults".
 */
export async function acceptVaultPolicy(db: Database, vault: VaultRow, policy: string): Promise<void> {
  const [finding] = validatePolicyDocument(policy, 'vault-access');
  if (finding?.code === 'invalid-principal') throw backup.principalInvalid();
  if (finding !== undefined) throw backup.policyMalformed(finding.sentence);
  const { document } = parsePolicyDocument(policy);
  for (const { pattern } of document === undefined ? [] : principalsOf(document)) {
    const { type, written } = pattern;
    const isKnown = type === 'everyone' || type === 'service' || (await principalExists(db, written));
    if (!isKnown) throw backup.principalInvalid();
  }
  if (document?.statements.some((statement) => sharesTooMuch(statement, vault.account_id))) {
    throw backup.policySharesTooMuch();
  }
}

const sharesTooMuch = (statement: Statement, account: string): boolean =>
  statement.effect === 'Allow' && reachesOut(statement, account) && !onlyCopiesIn(statement);

/** Whether the statement names anybody but the vault's own account and its people. */
function reachesOut({ principal }: Statement, account: string): boolean {
  if (principal === undefined || principal.isNegated) return true;
  return principal.patterns.some((pattern) => {
    switch (pattern.type) {
      case 'account':
        return pattern.account !== account;
      case 'arn':
        return pattern.written.split(':')[4] !== account;
      case 'service':
        return false;
      default:
        return true;
    }
  });
}

const onlyCopiesIn = ({ action }: Statement): boolean =>
  !action.isNegated && action.patterns.every(({ written }) => written.toLowerCase() === 'backup:copyintobackupvault');
