import type { Session } from './contender.ts';
import { type Command, measure } from './measure.ts';
import type { WorkName } from './works.ts';

/** A program that is started anew for each work. */
export function processSession(workspace: string, command: (work: WorkName) => Command | undefined): Session {
  return {
    async perform(work) {
      const chosen = command(work);
      return chosen && measure(chosen, workspace);
    },
    close: async () => undefined,
  };
}
