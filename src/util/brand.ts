declare const brand: unique symbol;

/** A `Base` that only the named parser may make, so that two kinds of string cannot be swapped. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
