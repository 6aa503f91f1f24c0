import type { PolicyDocument, Statement } from './document.ts';

/** The condition keys that a document asks for, in conditions and in policy variables, each once and as it is written first. */
export function contextKeysOf({ version, statements }: PolicyDocument): readonly string[] {
  const keys = new Map<string, string>();
  for (const statement of statements) {
    for (const key of statementKeys(statement, version === '2012-10-17')) {
      if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
    }
  }
  return [...keys.values()];
}

const KEYS = new WeakMap<PolicyDocument, readonly string[]>();

/** The same in lower case, worked out once a document. */
export function lowerCaseContextKeysOf(document: PolicyDocument): readonly string[] {
  const known = KEYS.get(document) ?? contextKeysOf(document).map((key) => key.toLowerCase());
  KEYS.set(document, known);
  return known;
}

function statementKeys({ resource, conditions }: Statement, hasVariables: boolean): readonly string[] {
  const texts = [
    ...(resource?.patterns ?? []).map(({ written }) => written),
    ...conditions.flatMap(({ values }) => values),
  ];
  return [...conditions.map(({ key }) => key), ...(hasVariables ? texts.flatMap(variablesOf) : [])];
}

/** `${key}` and `${key, 'default'}`; the escapes `${*}`, `${?}` and `${$}` are no keys. */
function variablesOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/\$\{\s*([^},\s]+)[^}]*\}/g), ([, key]) => key ?? '').filter(
    (key) => !['*', '?', '$'].includes(key),
  );
}
