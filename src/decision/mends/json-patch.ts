/** One step of a JSON patch, RFC 6902. */
export type PatchStep =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** The steps that lead from one JSON value to another. Lists keep their order: members are compared place by place, the rest is added or removed at the end. */
export function jsonPatch(before: unknown, after: unknown, path = ''): readonly PatchStep[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return patchList(before, after, path);
  if (isObject(before) && isObject(after)) return patchObject(before, after, path);
  return [{ op: 'replace', path, value: after }];
}

function patchList(before: readonly unknown[], after: readonly unknown[], path: string): readonly PatchStep[] {
  const shared = Math.min(before.length, after.length);
  const changes = after.slice(0, shared).flatMap((value, index) => jsonPatch(before[index], value, `${path}/${index}`));
  const added = after.slice(shared).map((value) => ({ op: 'add', path: `${path}/-`, value }) as const);
  const gone = before.slice(shared).map((_, index) => shared + index);
  return [
    ...changes,
    ...added,
    ...gone.toReversed().map((index) => ({ op: 'remove', path: `${path}/${index}` }) as const),
  ];
}

type Members = Readonly<Record<string, unknown>>;

function patchObject(before: Members, after: Members, path: string): readonly PatchStep[] {
  const at = (name: string): string => `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return [
    ...gone.map((name) => ({ op: 'remove', path: at(name) }) as const),
    ...Object.entries(after).flatMap(([name, value]): readonly PatchStep[] =>
      Object.hasOwn(before, name) ? jsonPatch(before[name], value, at(name)) : [{ op: 'add', path: at(name), value }],
    ),
  ];
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
