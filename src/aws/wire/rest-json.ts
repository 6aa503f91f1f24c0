import { malformedQueryString, unknownOperation } from '../../messages/common.ts';
import type { MemberModel, OperationModel, ServiceModel } from '../api/service-model.ts';
import { normalizePath } from './canonical-request.ts';
import { decodeJsonMembers, encodeJsonMembers, parseJsonObject } from './json-values.ts';
import type { Answer, DecodedInput, RequestedOperation } from './operation-call.ts';
import { bytesToText, parsePairs, percentDecode } from './percent.ts';
import type { WireRequest } from './request.ts';
import { decodeText } from './shape-text.ts';

// The rest-json protocol: method and path name the operation; labels, query string and a JSON body carry the input.

interface Route {
  readonly name: string;
  readonly operation: OperationModel;
  readonly segments: readonly string[];
  /** Of the literal query behind the path's question mark. */
  readonly flag: string | undefined;
}

const isLabel = (segment: string): boolean => segment.startsWith('{');

/** Throws where no operation has the method and path. A slash at the end is neither here nor there: clients differ. */
export function findRestOperation(request: WireRequest, model: ServiceModel): RequestedOperation {
  const { protocol } = model;
  const pairs = parsePairs(request.query);
  if (pairs === undefined) throw malformedQueryString(protocol);
  const segments = splitPath(normalizePath(request.path));
  const route = routesOf(model).find(
    ({ operation, segments: wanted, flag }) =>
      operation.method === request.method &&
      wanted.length === segments.length &&
      wanted.every((segment, index) => isLabel(segment) || segment === segments[index]) &&
      (flag === undefined || pairs.some(([name]) => name === flag)),
  );
  if (route === undefined) throw unknownOperation(protocol, { operation: undefined });
  return {
    name: route.name,
    model: route.operation,
    decode: () => decodeRestInput({ route, segments, pairs, body: request.body, model }),
  };
}

const splitPath = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

const routesByModel = new WeakMap<ServiceModel, readonly Route[]>();

/** Literal segments before labels, a literal query before none: the first that fits is the one that is meant. */
function routesOf(model: ServiceModel): readonly Route[] {
  const known = routesByModel.get(model);
  if (known !== undefined) return known;
  const routes = Object.entries(model.operations).map(([name, operation]): Route => {
    const [path, flag] = operation.path.split('?') as [string, string | undefined];
    return { name, operation, segments: splitPath(path), flag };
  });
  const rank = ({ segments, flag }: Route): string =>
    segments.map((segment) => (isLabel(segment) ? '1' : '0')).join('') + (flag === undefined ? '1' : '0');
  const sorted = routes.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  routesByModel.set(model, sorted);
  return sorted;
}

interface RestParts {
  readonly route: Route;
  readonly segments: readonly string[];
  readonly pairs: readonly [string, string][];
  readonly body: Uint8Array;
  readonly model: ServiceModel;
}

function decodeRestInput({ route, segments, pairs, body, model }: RestParts): DecodedInput {
  if (route.operation.input === undefined) return {};
  const members = Object.entries(model.structures[route.operation.input]!.members);
  const inBody = members.filter(([, { in: place }]) => place === undefined);
  const input: Record<string, unknown> =
    inBody.length === 0
      ? {}
      : decodeJsonMembers(parseJsonObject(body, model.protocol), Object.fromEntries(inBody), { model, depth: 0 });
  for (const [name, member] of members) {
    const text = member.in === undefined ? undefined : readText(name, member, { route, segments, pairs });
    if (text === undefined) continue;
    const decoded = bytesToText(text);
    if (decoded === undefined) throw malformedQueryString(model.protocol);
    input[name] = decodeText(decoded, member.type, model.protocol);
  }
  return input;

  function readText(name: string, member: MemberModel, from: Pick<RestParts, 'route' | 'segments' | 'pairs'>) {
    if (member.in === 'query') return from.pairs.find(([key]) => key === member.name)?.[1];
    const label = percentDecode(from.segments[from.route.segments.indexOf(`{${name}}`)]!);
    if (label === undefined) throw malformedQueryString(model.protocol);
    return label;
  }
}

/** An operation without an output answers with no body at all. */
export function encodeRestOutput(output: object, operation: OperationModel, model: ServiceModel): Answer {
  const { status } = operation;
  if (operation.output === undefined) return { status, headers: {}, body: '' };
  const members = model.structures[operation.output]!.members;
  const body = JSON.stringify(encodeJsonMembers(output, members, model));
  return { status, headers: { 'content-type': 'application/json' }, body };
}
