import type { CreateKeyRequest, CreateKeyResponse } from '@aws-sdk/client-kms';
import { requestContext } from '../../../access/request-context.ts';
import { checkKeyPolicy } from '../../../keys/check-key-policy.ts';
import { makeMaterial } from '../../../keys/key-material.ts';
import { newKeyId, newKeyRow } from '../../../keys/new-key-row.ts';
import * as kms from '../../../messages/kms.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { insertKey } from '../../../storage/records/kms.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { authorizeAccount } from './authorize.ts';
import { toKeyMetadata } from './key-metadata.ts';
import { parseTags, tagContext } from './key-tags.ts';

type Input = Validated<CreateKeyRequest>;

export const createKey: Operation<CreateKeyRequest, CreateKeyResponse> = async (services, input, call) => {
  refuseOtherKinds(input);
  const tags = parseTags(input.Tags);
  const context = { ...keyContext(input), ...tagContext(tags) };
  await authorizeAccount(services, call, { action: 'kms:CreateKey', context });
  const key = toRow(services, input, call);
  if (input.Tags?.length) {
    await authorizeAccount(services, call, { action: 'kms:TagResource', resource: key.arn, context });
  }
  if (input.Policy !== undefined) await checkPolicy(services, { key, input, context }, call);
  const material = makeMaterial(services, { keyId: key.id, version: 1 });
  await services.records.write(async (db) => {
    await insertKey(db, key, material);
    await putTags(db, key.arn, tags);
  });
  return { KeyMetadata: toKeyMetadata(key, 1) };
};

/** Symmetric keys with material of our own making are what there is so far. */
function refuseOtherKinds({
  KeySpec,
  CustomerMasterKeySpec,
  KeyUsage = 'ENCRYPT_DECRYPT',
  Origin,
  ...input
}: Input): void {
  if (KeySpec !== undefined && CustomerMasterKeySpec !== undefined) throw kms.specTwice();
  const spec = KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  if (spec !== 'SYMMETRIC_DEFAULT') throw kms.unsupportedSpec(spec);
  if (KeyUsage !== 'ENCRYPT_DECRYPT') throw kms.usageUnfit({ usage: KeyUsage, spec });
  if (Origin !== undefined && Origin !== 'AWS_KMS') throw kms.unsupported(`Origin ${Origin}`);
  if (input.CustomKeyStoreId !== undefined || input.XksKeyId !== undefined) throw kms.unsupported('A custom key store');
}

const keyContext = ({ MultiRegion = false, BypassPolicyLockoutSafetyCheck = false }: Input): RequestContext => ({
  'kms:KeySpec': 'SYMMETRIC_DEFAULT',
  'kms:KeyUsage': 'ENCRYPT_DECRYPT',
  'kms:KeyOrigin': 'AWS_KMS',
  'kms:MultiRegion': String(MultiRegion),
  'kms:BypassPolicyLockoutSafetyCheck': String(BypassPolicyLockoutSafetyCheck),
});

function toRow({ random }: Services, { Policy, Description, MultiRegion = false }: Input, call: Call): KmsKeysTable {
  return newKeyRow(newKeyId(random, MultiRegion), {
    account: call.principal.account,
    region: call.region,
    now: call.now,
    isMultiRegion: MultiRegion,
    ...(Description === undefined ? {} : { description: Description }),
    ...(Policy === undefined ? {} : { policy: Policy }),
  });
}

function checkPolicy(
  services: Services,
  { key, input, context }: { key: KmsKeysTable; input: Input; context: RequestContext },
  call: Call,
): Promise<void> {
  return checkKeyPolicy(services, {
    policy: key.policy,
    keyArn: key.arn,
    account: key.account_id,
    principal: call.principal,
    context: { ...requestContext(call), ...context },
    isLockOutAllowed: input.BypassPolicyLockoutSafetyCheck ?? false,
    isDev: services.isDev,
  });
}
