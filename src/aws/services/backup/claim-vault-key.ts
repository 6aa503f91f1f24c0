import { onBehalfContext } from '../../../access/request-context.ts';
import { servicePrincipal } from '../../../access/service-principal.ts';
import { VAULT_CONTEXT_KEY } from '../../../decision/key-uses.ts';
import { toAccessQuestion } from '../../../keys/authorize-key-use.ts';
import { findKey } from '../../../keys/find-key.ts';
import type { KeyUse } from '../../../keys/key-service.ts';
import * as backup from '../../../messages/backup.ts';
import { ServiceError } from '../../../messages/service-error.ts';
import { describeKeyFacts } from '../../../storage/records/kms.ts';
import type { VaultRow } from '../../../storage/records/vaults.ts';
import type { Call, Services } from '../operation.ts';
import { BACKUP_SERVICE } from './accept-role.ts';

/** What the Backup service may do with the key of a vault, by the grant it gets when the vault is made. */
const GRANTED = ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey', 'RetireGrant'];

/**
 * What the caller needs on a vault's key beside CreateGrant. The guide lists `kms:Decrypt` and `kms:RetireGrant` as well, but AWS's own
 * policy for backup administrators, AWSBackupFullAccess, does without them: they come with the grant. AWS's managed keys are open to
 * whoever may use Backup.
 */
const NEEDED = ['kms:GenerateDataKey', 'kms:DescribeKey'];

const SERVICE = servicePrincipal(BACKUP_SERVICE);

export interface ClaimedKey {
  readonly keyArn: string;
  /** Takes the grant back: for a vault that did not come into being. */
  release(): Promise<void>;
}

/**
 * Grants the Backup service the use of a key for one vault, on the caller's behalf. `keyId` is an id, ARN or alias; absent: the account's
 * `alias/aws/backup`, which comes into being on first use. Throws AccessDeniedException where the caller may not, and
 * InvalidParameterValueException for a key that is not there or not enabled.
 */
export async function claimVaultKey(
  services: Services,
  call: Call,
  { vaultArn, keyId }: { vaultArn: string; keyId: string | undefined },
): Promise<ClaimedKey> {
  const { principal, region } = call;
  const use: KeyUse = {
    principal,
    viaService: `backup.${region}.amazonaws.com`,
    context: onBehalfContext(call, BACKUP_SERVICE),
  };
  const encryptionContext = { [VAULT_CONTEXT_KEY]: vaultArn };
  try {
    const keyArn =
      keyId === undefined
        ? await services.keys.awsManagedKey({ account: principal.account, region, alias: 'alias/aws/backup' })
        : await claimCustomerKey(services, use, { keyId, region, encryptionContext });
    const { grantId, grantToken } = await services.keys.createGrant(use, {
      keyId: keyArn,
      region,
      grantee: BACKUP_SERVICE,
      retiring: BACKUP_SERVICE,
      operations: GRANTED,
      constraints: { EncryptionContextSubset: encryptionContext },
      isForAwsResource: true,
    });
    return {
      keyArn,
      release: () => services.keys.retireGrant({ principal: SERVICE, grantTokens: [grantToken] }, { keyArn, grantId }),
    };
  } catch (error) {
    throw toBackupError(error, keyId);
  }
}

/** The ARN of the key, once the caller has been found to have every right that making a vault asks for. */
async function claimCustomerKey(
  services: Services,
  use: KeyUse,
  request: { keyId: string; region: string; encryptionContext: Readonly<Record<string, string>> },
): Promise<string> {
  const found = await findKey(services, { ...request, principal: use.principal, action: 'kms:DescribeKey' });
  if (found.key.usage !== 'ENCRYPT_DECRYPT' || found.key.spec !== 'SYMMETRIC_DEFAULT')
    throw backup.keyUnusable(request.keyId);
  if (found.key.manager === 'AWS') return found.key.arn;
  for (const action of NEEDED) {
    const { encryptionContext } = request;
    const { isAllowed } = await services.access.evaluate(toAccessQuestion({ use, action, found, encryptionContext }));
    if (!isAllowed) throw backup.insufficientPrivileges();
  }
  return found.key.arn;
}

/** KMS's answers reach the caller in Backup's words. */
function toBackupError(error: unknown, keyId = 'alias/aws/backup'): unknown {
  if (!(error instanceof ServiceError) || error.fault === 'server') return error;
  if (error.code === 'AccessDeniedException') return backup.insufficientPrivileges();
  return error.code === 'InvalidParameterValueException' ? error : backup.keyUnusable(keyId);
}

/**
 * The grants that a vault holds on its key, found now and given back when called: after the vault has been deleted, when another one of
 * its name may have a grant of its own already.
 */
export async function vaultKeyRelease(services: Services, vault: VaultRow): Promise<() => Promise<void>> {
  const keyArn = vault.key_arn;
  const now = services.clock.now();
  const key = await services.records.read((db) => describeKeyFacts(db, keyArn, now));
  const held = (key?.grants ?? []).filter(
    ({ grantee_principal, constraints }) => grantee_principal === BACKUP_SERVICE && vaultOf(constraints) === vault.arn,
  );
  return async () => {
    for (const { id } of held) await services.keys.retireGrant({ principal: SERVICE }, { keyArn, grantId: id });
  };
}

interface VaultConstraints {
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
}

const vaultOf = (constraints: string | null): string | undefined =>
  constraints === null
    ? undefined
    : (JSON.parse(constraints) as VaultConstraints).EncryptionContextSubset?.[VAULT_CONTEXT_KEY];
