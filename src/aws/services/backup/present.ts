/** An answer in which what is absent may be written as nothing. */
export type Sparse<Shape> = { readonly [Member in keyof Shape]: Shape[Member] | null | undefined };

/** Leaves out the members that are null or undefined: AWS's answers have no nulls. */
export function present<Shape extends object>(shape: Sparse<Shape>): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== null && value !== undefined),
  ) as Shape;
}

/** A moment of the records as the answers carry it. */
export const toDate = (at: number | null | undefined): Date | undefined =>
  at === null || at === undefined ? undefined : new Date(at);

/** A bound of a request as the records compare it. */
export const toTime = (date: Date | undefined): number | undefined => date?.getTime();
