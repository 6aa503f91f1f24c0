/** How far ahead a plan is simulated. */
export const SIMULATED_MAX_MS = 10 * 366 * 86_400_000;

/** Backups that a simulation tells at most: its answer is one document. */
export const SIMULATED_BACKUPS_MAX = 50_000;

/** How many runs are looked back for the last one that counts: a rule whose every run others serve for promises nothing. */
export const RUNS_LOOKED_BACK_MAX = 400;

/** Backups that are simulated before the server looks after its other callers. */
export const BACKUPS_A_TURN = 500;
