/** Runs work when there is room for it. */
export type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Lets at most `atOnce` works run; the others wait in line. */
export function openQueue(atOnce: number): Queue {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
