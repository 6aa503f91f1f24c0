import { join } from 'node:path';
import type { Contender } from './contender.ts';
import { processSession } from './process-session.ts';

/** The floor: plain copies, unencrypted, without history. What a disk and its file system cost by themselves. A restore gives owners and times back as well. */
export function cpContender(version: string): Contender {
  return {
    name: 'cp',
    version,
    open: async (workspace, set) =>
      processSession(workspace, (work) => {
        const copies = {
          backup: [set.path, join(workspace, 'backup')],
          copy: [join(workspace, 'backup'), join(workspace, 'copy')],
          restore: [join(workspace, 'copy'), join(workspace, 'restored')],
        };
        const places = work in copies ? copies[work as keyof typeof copies] : undefined;
        return places && { file: 'cp', args: [work === 'restore' ? '-a' : '-r', ...places] };
      }),
    restored: (workspace) => join(workspace, 'restored'),
  };
}
