import type { ServiceName } from '../api/service-model.ts';
import { isServiceName, serviceModels } from '../api/service-models.ts';
import { parsePairs, trimBlanks } from './percent.ts';
import type { WireRequest } from './request.ts';
import { headerOf } from './request.ts';

/**
 * The service that a request is meant for: from the signature's credential scope, else from the host's first label, the JSON
 * target, or the version of the query protocol. A request that says nothing of it is taken for Backup, which owns the paths.
 */
export function findService(request: WireRequest): ServiceName {
  return fromScope(request) ?? fromHost(request) ?? fromTarget(request) ?? fromVersion(request) ?? 'backup';
}

function fromScope({ headers, query }: WireRequest): ServiceName | undefined {
  const authorization = headerOf(headers, 'authorization');
  const credential =
    authorization === undefined
      ? parsePairs(query)?.find(([name]) => name === 'X-Amz-Credential')?.[1]
      : /Credential=([^,\s]+)/.exec(authorization)?.[1];
  const service = credential?.split('/')[3];
  return service !== undefined && isServiceName(service) ? service : undefined;
}

/** `backup.eu-west-1.amazonaws.com`, `kms-fips.us-east-1.amazonaws.com`, `sts.localhost:4577` */
function fromHost({ headers }: WireRequest): ServiceName | undefined {
  const label = (headerOf(headers, 'host') ?? '')
    .toLowerCase()
    .split('.')[0]!
    .replace(/-fips$/, '');
  return isServiceName(label) ? label : undefined;
}

function fromTarget({ headers }: WireRequest): ServiceName | undefined {
  const prefix = (headerOf(headers, 'x-amz-target') ?? '').split('.')[0];
  return Object.values(serviceModels).find(({ target }) => target === prefix)?.name;
}

function fromVersion({ method, query, body }: WireRequest): ServiceName | undefined {
  const form = method === 'POST' ? Buffer.from(body).toString('latin1') : '';
  const version = /(?:^|&)Version=([\d-]{10})(?:&|$)/.exec(`${query}&${trimBlanks(form)}`)?.[1];
  return Object.values(serviceModels).find((model) => model.protocol === 'query' && model.version === version)?.name;
}
