import * as backupJob from '../backup-job.ts';
import { copyJobMessages } from '../copy-job.ts';
import type { JobMessageMaker } from '../job-message.ts';
import type { KnownSentence } from './known-sentence.ts';
import { unspokenSentences } from './unspoken.ts';
import { otherWordings } from './wordings.ts';

/** Every sentence that the doctor can explain: what copy jobs say first, since it is for them that people ask. */
export const knownSentences: readonly KnownSentence[] = [
  ...copyJobMessages.map(toKnown),
  ...otherWordings,
  ...makersOf(backupJob).map(toKnown),
  ...unspokenSentences,
];

function toKnown({ entry }: JobMessageMaker<string[]>): KnownSentence {
  return {
    id: entry.id,
    template: entry.text(...Array.from({ length: entry.text.length }, () => '{}')),
    language: 'en',
    spokenBy: entry.id.split('.')[0] as KnownSentence['spokenBy'],
    origin: entry.origin,
  };
}

function makersOf(room: object): readonly JobMessageMaker<string[]>[] {
  return Object.values(room).filter((value) => typeof value === 'function' && 'entry' in value);
}
