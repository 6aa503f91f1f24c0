/** A pattern whose variables have been filled in: UTF-16 units, with the two wildcards as numbers that no unit has. */
export type Glob = readonly number[];

/** Any number of characters, none included. */
export const ANY = -1;
/** Exactly one character. */
export const ONE = -2;

/** Whether the whole text fits. Takes at most pattern times text steps, whatever the pattern: no backtracking beyond the last `*`. */
export function matchesGlob(glob: Glob, text: string): boolean {
  let at = 0;
  let star = -1;
  let starAt = 0;
  let index = 0;
  while (at < text.length) {
    const unit = glob[index];
    if (unit === ANY) {
      star = index;
      starAt = at;
      index += 1;
    } else if (unit !== undefined && (unit === ONE || unit === text.charCodeAt(at))) {
      index += 1;
      at += 1;
    } else if (star >= 0) {
      index = star + 1;
      starAt += 1;
      at = starAt;
    } else return false;
  }
  while (glob[index] === ANY) index += 1;
  return index === glob.length;
}

/** The text as a pattern without wildcards. */
export function toUnits(text: string): number[] {
  const units: number[] = [];
  for (let at = 0; at < text.length; at += 1) units.push(text.charCodeAt(at));
  return units;
}

/** Splits at a literal character; at most `parts` parts, the last takes the rest. */
export function splitGlob(glob: Glob, { at, parts }: { at: string; parts: number }): Glob[] {
  const separator = at.charCodeAt(0);
  const found: number[][] = [[]];
  for (const unit of glob) {
    if (unit === separator && found.length < parts) found.push([]);
    else found.at(-1)!.push(unit);
  }
  return found;
}
