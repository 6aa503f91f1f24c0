import type {
  Handshake,
  ListHandshakesForAccountRequest,
  ListHandshakesForAccountResponse,
} from '@aws-sdk/client-organizations';
import { handshakesOfAccount } from '../../../storage/records/handshakes.ts';
import { findOrganization } from '../../../storage/records/organizations.ts';
import type { Operation } from '../operation.ts';
import { authorize } from './enter.ts';
import { isWanted } from './is-wanted.ts';
import { pageOf } from './page-of.ts';
import { toHandshake } from './to-handshake.ts';

/** Invitations to the caller's account, from whatever organization. */
export const listHandshakesForAccount: Operation<
  ListHandshakesForAccountRequest,
  ListHandshakesForAccountResponse
> = async (services, input, call) => {
  await authorize(services, call, { action: 'ListHandshakesForAccount' });
  return services.records.read(async (db) => {
    const all = await handshakesOfAccount(db, call.principal.account);
    const wanted = all.filter(isWanted(input.Filter));
    const { rows, next } = pageOf('ListHandshakesForAccount', wanted, input, (row) => row.id);
    const handshakes: Handshake[] = [];
    for (const handshake of rows) {
      const organization = await findOrganization(db, handshake.organization_id);
      if (organization) handshakes.push(await toHandshake(db, { organization, handshake }, call.now));
    }
    return { Handshakes: handshakes, ...next };
  });
};
