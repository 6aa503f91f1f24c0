import type { DescribeHandshakeRequest, DescribeHandshakeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../operation.ts';
import { authorize } from './enter.ts';
import { findOwnHandshake } from './open-handshake.ts';
import { toHandshake } from './to-handshake.ts';

/** Either party may look. */
export const describeHandshake: Operation<DescribeHandshakeRequest, DescribeHandshakeResponse> = async (
  services,
  input,
  call,
) => {
  await authorize(services, call, { action: 'DescribeHandshake' });
  return services.records.read(async (db) => {
    const found = await findOwnHandshake(db, input.HandshakeId, call.principal.account);
    return { Handshake: await toHandshake(db, found, call.now) };
  });
};
