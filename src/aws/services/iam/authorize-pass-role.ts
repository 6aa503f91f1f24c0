import type { RoleRow } from '../../../storage/records/iam.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** Throws AccessDenied unless the caller may hand the role to a service. */
export async function authorizePassRole(
  services: Services,
  call: Call,
  { role, service }: { role: RoleRow; service: string },
): Promise<void> {
  const context = { 'iam:PassedToService': service };
  await authorizeIam(services, call, { action: 'PassRole', resource: role.arn, context });
}
