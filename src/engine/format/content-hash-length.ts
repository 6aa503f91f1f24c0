/** Apart from the hash itself: many know its length, and few have to load what computes it. */
export const contentHashLength = 32;
