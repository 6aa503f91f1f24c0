import type { Principal } from '../model/principal.ts';
import { findRole } from '../storage/records/iam.ts';
import type { Database } from '../storage/records/records.ts';
import { serviceLinkedRoleOf } from '../storage/records/service-linked-roles.ts';
import { sessionOf } from './role-principal.ts';

/** A session of the role through which a service acts in an account; nothing before that role has come into being. */
export async function serviceLinkedRole(
  db: Database,
  { account, service, sessionName }: { account: string; service: string; sessionName: string },
): Promise<Principal | undefined> {
  const role = await findRole(db, account, serviceLinkedRoleOf(service).roleName);
  return role && sessionOf(role, sessionName);
}
