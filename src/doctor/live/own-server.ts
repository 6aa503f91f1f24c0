import type { Tags } from '../../decision/facts.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';

/** A Crossvault server behind the endpoint. It stands in for AWS without the services that own the resources. */
export interface OwnServer {
  /** What the operator has registered; nothing where only the operator may ask. */
  readonly resources: ReadonlyMap<string, OwnResource> | undefined;
}

/** A protected resource as its operator registered it. */
export interface OwnResource {
  readonly arn: string;
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly tags: Tags;
  /** `null` of one that is not encrypted. */
  readonly kmsKeyArn: string | null;
}

/** Asks an endpoint whether it is a Crossvault server; nothing where it is another. */
export async function findOwnServer(endpointUrl: string): Promise<OwnServer | undefined> {
  const health = await getJson(new URL('/_crossvault/health', endpointUrl));
  if (health === undefined) return undefined;
  const resources = await getJson(new URL('/_crossvault/resources', endpointUrl));
  const list = (resources as { readonly resources?: readonly OwnResource[] } | undefined)?.resources;
  return { resources: list && new Map(list.map((resource) => [resource.arn, resource])) };
}

/** Nothing where there is no such page, or it is not for us: neither is an error here. */
async function getJson(url: URL): Promise<unknown> {
  const response = await fetch(url).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  return response.json().catch(() => undefined);
}
