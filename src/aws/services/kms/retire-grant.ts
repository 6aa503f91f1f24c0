import type { RetireGrantRequest } from '@aws-sdk/client-kms';
import { hashGrantToken } from '../../../keys/grant-token.ts';
import { authorizeRetirement } from '../../../keys/retire-grant.ts';
import * as kms from '../../../messages/kms.ts';
import { parseArn } from '../../../model/arn.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation, Validated } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

/** By token, or by key ARN and id. */
export const retireGrant: Operation<RetireGrantRequest, void> = async (services, input, call) => {
  const found = await services.records.read((db) => findGrant(db, input, call));
  await authorizeRetirement(services, toKeyUse(call), found);
  if (input.DryRun) throw kms.dryRun();
  await services.records.write((db) => records.deleteGrant(db, found.grant.id));
};

async function findGrant(db: Database, { GrantToken, KeyId, GrantId }: Validated<RetireGrantRequest>, call: Call) {
  const isByToken = GrantToken !== undefined;
  if (!isByToken && (KeyId === undefined || GrantId === undefined)) throw kms.grantUnnamed();
  const grant = await (isByToken
    ? records.findGrantByToken(db, hashGrantToken(GrantToken))
    : records.findGrant(db, GrantId!));
  const record = grant && (await records.findKeyAlone(db, { id: grant.key_id, region: grant.region, now: call.now }));
  const isThere = record?.key.region === call.region && (isByToken || record.key.arn === KeyId);
  if (grant && isThere) return { grant, record };
  throw isByToken ? kms.grantTokenInvalid() : notFound(KeyId!, GrantId!);
}

const notFound = (keyId: string, grantId: string) =>
  parseArn(keyId) === undefined ? kms.invalidArn(keyId) : kms.grantNotFound(grantId);
