/** What a chunk holds. The number is in the format. */
export const chunkKind = { data: 1, node: 2 } as const;
export type ChunkKind = (typeof chunkKind)[keyof typeof chunkKind];
