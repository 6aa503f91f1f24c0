import type { CreateKeyRequest, CreateKeyResponse } from '@aws-sdk/client-kms';
import { makeMaterialOf } from '../../../keys/key-material.ts';
import { algorithmsOf, materialKindOf } from '../../../keys/key-spec.ts';
import { newKeyId, newKeyRow } from '../../../keys/new-key-row.ts';
import * as kms from '../../../messages/kms.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { insertKey } from '../../../storage/records/kms.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { authorizeAccount } from './authorize.ts';
import { checkNewPolicy } from './check-new-policy.ts';
import { toKeyMetadata } from './key-metadata.ts';
import { parseTags, tagContext } from './key-tags.ts';

type Input = Validated<CreateKeyRequest>;

export const createKey: Operation<CreateKeyRequest, CreateKeyResponse> = async (services, input, call) => {
  const kind = parseKind(input);
  const tags = parseTags(input.Tags);
  const context = { ...keyContext(kind, input), ...tagContext(tags) };
  await authorizeAccount(services, call, { action: 'kms:CreateKey', context });
  const key = toRow(services, { input, kind, call });
  if (input.Tags?.length) {
    await authorizeAccount(services, call, { action: 'kms:TagResource', resource: key.arn, context });
  }
  if (input.Policy !== undefined) await checkNewPolicy(services, call, { key, input, context });
  const isExternal = kind.origin === 'EXTERNAL';
  const material = isExternal
    ? undefined
    : await makeMaterialOf(services, { keyId: key.id, version: 1, spec: kind.spec });
  await services.records.write(async (db) => {
    await insertKey(db, key, material);
    await putTags(db, key.arn, tags);
  });
  const shown = isExternal ? { ...key, state: 'PendingImport' } : key;
  return { KeyMetadata: toKeyMetadata({ key: shown, regions: [call.region], materialVersion: material?.version }) };
};

interface Kind {
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
}

/** Throws for kinds that do not fit together, and for those that this server does not make. */
function parseKind({ KeySpec, CustomerMasterKeySpec, KeyUsage, Origin: origin = 'AWS_KMS', ...input }: Input): Kind {
  if (KeySpec !== undefined && CustomerMasterKeySpec !== undefined) throw kms.specTwice();
  const spec = KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  if (materialKindOf(spec) === undefined) throw kms.unsupportedSpec(spec);
  if (KeyUsage === undefined && spec !== 'SYMMETRIC_DEFAULT') throw kms.usageMissing();
  const usage = KeyUsage ?? 'ENCRYPT_DECRYPT';
  if (algorithmsOf({ spec, usage }).length === 0) throw kms.usageUnfit({ usage, spec });
  if (origin !== 'AWS_KMS' && origin !== 'EXTERNAL') throw kms.unsupported(`Origin ${origin}`);
  if (origin === 'EXTERNAL' && spec.startsWith('ML_')) throw kms.unsupported(`Origin EXTERNAL with ${spec}`);
  if (input.CustomKeyStoreId !== undefined || input.XksKeyId !== undefined) throw kms.unsupported('A custom key store');
  return { spec, usage, origin };
}

const keyContext = (
  { spec, usage, origin }: Kind,
  { MultiRegion = false, BypassPolicyLockoutSafetyCheck = false }: Input,
): RequestContext => ({
  'kms:KeySpec': spec,
  'kms:KeyUsage': usage,
  'kms:KeyOrigin': origin,
  'kms:MultiRegion': String(MultiRegion),
  ...(MultiRegion ? { 'kms:MultiRegionKeyType': 'PRIMARY' } : {}),
  'kms:BypassPolicyLockoutSafetyCheck': String(BypassPolicyLockoutSafetyCheck),
});

function toRow({ random }: Services, { input, kind, call }: { input: Input; kind: Kind; call: Call }): KmsKeysTable {
  const { Policy, Description, MultiRegion = false } = input;
  return newKeyRow(newKeyId(random, MultiRegion), {
    account: call.principal.account,
    region: call.region,
    now: call.now,
    isMultiRegion: MultiRegion,
    ...kind,
    ...(Description === undefined ? {} : { description: Description }),
    ...(Policy === undefined ? {} : { policy: Policy }),
  });
}
