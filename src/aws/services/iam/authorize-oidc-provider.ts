import * as messages from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findOidcProvider, type OidcProviderRow } from '../../../storage/records/oidc-providers.ts';
import type { Database } from '../../../storage/records/records.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { resourceTagContext } from './tags.ts';

/** Asks whether the caller may do `action` to the identity provider. */
export async function authorizeOidcProvider(
  services: Services,
  call: Call,
  { action, arn, context }: { action: string; arn: string; context?: RequestContext },
): Promise<void> {
  const tags = await services.records.read((db) => tagsOf(db, arn));
  await authorizeIam(services, call, { action, resource: arn, context: { ...resourceTagContext(tags), ...context } });
}

/** Throws NoSuchEntity, also for another account's. */
export async function getOidcProviderRow(db: Database, call: Call, arn: string): Promise<OidcProviderRow> {
  const row = await findOidcProvider(db, arn);
  if (row?.account_id !== call.principal.account) throw messages.oidcProviderNotFound(arn);
  return row;
}

/** Client ids and thumbprints rest as JSON. */
export const readList = (json: string): string[] => JSON.parse(json) as string[];
