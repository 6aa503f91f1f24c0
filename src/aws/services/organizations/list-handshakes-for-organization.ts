import type {
  Handshake,
  ListHandshakesForOrganizationRequest,
  ListHandshakesForOrganizationResponse,
} from '@aws-sdk/client-organizations';
import { handshakesOfOrganization } from '../../../storage/records/handshakes.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { isWanted } from './is-wanted.ts';
import { pageOf } from './page-of.ts';
import { toHandshake } from './to-handshake.ts';

export const listHandshakesForOrganization: Operation<
  ListHandshakesForOrganizationRequest,
  ListHandshakesForOrganizationResponse
> = async (services, input, call) => {
  const organization = await enter(services, call, { action: 'ListHandshakesForOrganization', by: 'administrators' });
  return services.records.read(async (db) => {
    const all = await handshakesOfOrganization(db, organization.id);
    const wanted = all.filter(isWanted(input.Filter));
    const { rows, next } = pageOf('ListHandshakesForOrganization', wanted, input, (row) => row.id);
    const handshakes: Handshake[] = [];
    for (const handshake of rows) handshakes.push(await toHandshake(db, { organization, handshake }, call.now));
    return { Handshakes: handshakes, ...next };
  });
};
