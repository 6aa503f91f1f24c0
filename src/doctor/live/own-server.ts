import type { ResourceAttributes } from '../../model/resource-type.ts';

/** A Crossvault server behind the endpoint. It stands in for AWS without the services that own the resources. */
export interface OwnServer {
  /** What the operator said of a resource, by ARN; none where only the operator may ask. */
  attributesOf(resourceArn: string): ResourceAttributes | undefined;
}

/** Asks an endpoint whether it is a Crossvault server; nothing where it is another. */
export async function findOwnServer(endpointUrl: string): Promise<OwnServer | undefined> {
  const health = await getJson(new URL('/_crossvault/health', endpointUrl));
  if (health === undefined) return undefined;
  const resources = await getJson(new URL('/_crossvault/resources', endpointUrl));
  const known = new Map(listOf(resources).map(({ arn, attributes }) => [arn, attributes]));
  return { attributesOf: (arn) => known.get(arn) };
}

interface ResourceEntry {
  readonly arn: string;
  readonly attributes?: ResourceAttributes;
}

function listOf(answer: unknown): readonly ResourceEntry[] {
  const list = Array.isArray(answer) ? answer : (answer as { readonly resources?: unknown } | undefined)?.resources;
  return Array.isArray(list) ? (list as readonly ResourceEntry[]) : [];
}

/** Nothing where there is no such page, or it is not for us: neither is an error here. */
async function getJson(url: URL): Promise<unknown> {
  const response = await fetch(url).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  return response.json().catch(() => undefined);
}
