/** A pattern, sign by sign; a character that came out of a variable is never a wildcard. */
export type Sign = { readonly any: 'many' | 'one' } | { readonly is: string };

/** IAM User Guide, "Resource": `*` stands for any combination of characters, also none; `?` for a single one. */
export function toSigns(text: string): readonly Sign[] {
  return [...text].map((character) => {
    if (character === '*') return { any: 'many' };
    if (character === '?') return { any: 'one' };
    return { is: character };
  });
}

const literally = (text: string): readonly Sign[] => [...text].map((character) => ({ is: character }));

/** Tries everything: a star takes nothing, or one character and stays. */
export function globs(signs: readonly Sign[], text: string, sign = 0, character = 0): boolean {
  const wanted = signs[sign];
  const found = text[character];
  if (wanted === undefined) return found === undefined;
  if ('any' in wanted && wanted.any === 'many') {
    return globs(signs, text, sign + 1, character) || (found !== undefined && globs(signs, text, sign, character + 1));
  }
  if (found === undefined || ('is' in wanted && wanted.is !== found)) return false;
  return globs(signs, text, sign + 1, character + 1);
}

/** "Variables and tags": `${key}`, `${key, 'default'}` and the three escapes `${*}`, `${?}`, `${$}`. */
export function withVariables(
  text: string,
  lookUp: (key: string) => string | undefined,
): readonly Sign[] | 'unresolvable' {
  const signs: Sign[] = [];
  let rest = text;
  while (rest !== '') {
    const end = rest.indexOf('}');
    if (!rest.startsWith('${') || end < 0) {
      signs.push(...toSigns(rest[0]!));
      rest = rest.slice(1);
      continue;
    }
    const inside = rest.slice(2, end);
    rest = rest.slice(end + 1);
    const value = isEscape(inside) ? inside : resolve(inside, lookUp);
    if (value === undefined) return 'unresolvable';
    signs.push(...literally(value));
  }
  return signs;
}

const isEscape = (inside: string): boolean => inside === '*' || inside === '?' || inside === '$';

function resolve(inside: string, lookUp: (key: string) => string | undefined): string | undefined {
  const comma = inside.indexOf(',');
  if (comma < 0) return lookUp(inside.trim());
  const quoted = inside.slice(comma + 1).trim();
  return lookUp(inside.slice(0, comma).trim()) ?? quoted.slice(1, -1);
}
