import type { Principal } from '../model/principal.ts';
import { findRoleByArn, type RoleRow } from '../storage/records/iam.ts';
import type { Database } from '../storage/records/records.ts';

/** A session of the role with that ARN; nothing where there is none. Who may take it on is the trust policy's question, not this one's. */
export async function rolePrincipal(
  db: Database,
  roleArn: string,
  sessionName: string,
): Promise<Principal | undefined> {
  const role = await findRoleByArn(db, roleArn);
  return role && sessionOf(role, sessionName);
}

/** The principal that a session of `role` is. */
export function sessionOf(role: RoleRow, sessionName: string): Principal {
  return {
    kind: 'role',
    account: role.account_id,
    arn: role.arn,
    userId: `${role.id}:${sessionName}`,
    sessionName,
    sessionArn: `arn:aws:sts::${role.account_id}:assumed-role/${role.name}/${sessionName}`,
    ...(role.linked_service !== null && { isServiceLinked: true }),
  };
}
