/** What does the tasks of each kind, loaded with the first of them: a thread begins in half the time without what its job does not need. */
export const laneWork = {
  gather: () => import('./gather-files.ts'),
  cut: () => import('./cut-file.ts'),
  copy: () => import('./copy-chunks.ts'),
  verify: () => import('./verify-chunks.ts'),
  restore: () => import('./restore-files.ts'),
} as const;

export type LaneWork = keyof typeof laneWork;
