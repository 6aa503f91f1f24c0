import type { DescribeHandshakeRequest, DescribeHandshakeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../operation.ts';
import { authorizeHandshake, findOwnHandshake } from './open-handshake.ts';
import { toHandshake } from './to-handshake.ts';

/** Either party may look. */
export const describeHandshake: Operation<DescribeHandshakeRequest, DescribeHandshakeResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeHandshake(services, call, { action: 'DescribeHandshake', id: input.HandshakeId });
  return services.records.read(async (db) => {
    const found = await findOwnHandshake(db, input.HandshakeId, call.principal.account);
    return { Handshake: await toHandshake(db, found, call.now) };
  });
};
