/** Lines before and after a change that are shown with it. */
const CONTEXT_LINES = 3;
/** A policy has some hundred lines; of longer texts the comparison line by line would take too long. */
const LINES_MAX = 2_000;

/**
 * What a change does to a text, as `diff -u` writes it: hunks under `@@`, lines that go with `-`, lines that come with `+`. Nothing for
 * equal texts. A policy document, or any JSON, is laid out first, a member a line.
 */
export function unifiedDiff(before: string | null, after: string): string[] {
  const [old, next] = [before === null ? [] : linesOf(before), linesOf(after)];
  const steps = stepsBetween(old, next);
  if (steps.every(({ sign }) => sign === ' ')) return [];
  return hunksOf(steps).flatMap(({ start, lines }) => [header(steps, start, lines), ...lines.map(lineOf)]);
}

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

function linesOf(text: string): string[] {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2).split('\n');
  } catch {
    // No JSON: compared as it stands.
    return text.split('\n');
  }
}

/** By the longest common subsequence, so that a statement put at the end shows as just that. */
function stepsBetween(old: readonly string[], next: readonly string[]): Step[] {
  if (old.length > LINES_MAX || next.length > LINES_MAX) {
    return [
      ...old.map((text) => ({ sign: '-', text }) as const),
      ...next.map((text) => ({ sign: '+', text }) as const),
    ];
  }
  const common = commonLengths(old, next);
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < next.length) {
    const isBoth = row < old.length && column < next.length && old[row] === next[column];
    if (isBoth) {
      steps.push({ sign: ' ', text: old[row]! });
      row += 1;
      column += 1;
    } else if (column >= next.length || (row < old.length && common[row + 1]![column]! >= common[row]![column + 1]!)) {
      steps.push({ sign: '-', text: old[row]! });
      row += 1;
    } else {
      steps.push({ sign: '+', text: next[column]! });
      column += 1;
    }
  }
  return steps;
}

/** How many lines the two have in common from each pair of places on. */
function commonLengths(old: readonly string[], next: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = next.length - 1; column >= 0; column -= 1) {
      lengths[row]![column] =
        old[row] === next[column]
          ? lengths[row + 1]![column + 1]! + 1
          : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
    }
  }
  return lengths;
}

interface Hunk {
  readonly start: number;
  readonly lines: Step[];
}

function hunksOf(steps: readonly Step[]): Hunk[] {
  const hunks: Hunk[] = [];
  const changed = steps.flatMap(({ sign }, place) => (sign === ' ' ? [] : [place]));
  for (const place of changed) {
    const start = Math.max(0, place - CONTEXT_LINES);
    const end = Math.min(steps.length, place + CONTEXT_LINES + 1);
    const last = hunks.at(-1);
    const lastEnd = last === undefined ? -1 : last.start + last.lines.length;
    if (last !== undefined && start <= lastEnd) last.lines.push(...steps.slice(lastEnd, end));
    else hunks.push({ start, lines: steps.slice(start, end) });
  }
  return hunks;
}

function header(steps: readonly Step[], start: number, lines: readonly Step[]): string {
  const countOf = (part: readonly Step[], other: Step['sign']): number =>
    part.filter(({ sign }) => sign !== other).length;
  const place = (other: Step['sign']): string => {
    const length = countOf(lines, other);
    const first = countOf(steps.slice(0, start), other) + (length === 0 ? 0 : 1);
    return `${first},${length}`;
  };
  return `@@ -${place('+')} +${place('-')} @@`;
}

const lineOf = ({ sign, text }: Step): string => `${sign}${text}`;
