import type { MessageCategory } from './message-category.ts';
import { categoryOf } from './message-category.ts';
import type { Origin } from './service-error.ts';

/** A sentence as a job speaks it: `StatusMessage` and `MessageCategory`. */
export interface JobMessage {
  /** `copy-job.not-same-organization` */
  readonly id: string;
  readonly text: string;
  readonly category: MessageCategory;
  readonly spokenAs: SpokenAs;
  readonly origin: Origin;
}

/** As a job's status, as the answer to the call that would have started the job, or either. */
type SpokenAs = 'status' | 'call' | 'call-or-status';

export interface JobMessageEntry<Args extends readonly string[]> {
  readonly id: string;
  readonly text: (...args: Args) => string;
  /** Default: as a status. */
  readonly spokenAs?: SpokenAs;
  readonly origin: Origin;
}

/** A sentence that waits for its variable parts; call it to speak. */
export interface JobMessageMaker<Args extends readonly string[]> {
  (...args: Args): JobMessage;
  readonly entry: JobMessageEntry<Args>;
}

/** Makes the maker of one sentence. The category follows from the words, as on AWS's dashboards. */
export function jobMessage<Args extends readonly string[]>(entry: JobMessageEntry<Args>): JobMessageMaker<Args> {
  const speak = (...args: Args): JobMessage => {
    const text = entry.text(...args);
    return {
      id: entry.id,
      text,
      category: categoryOf(text),
      spokenAs: entry.spokenAs ?? 'status',
      origin: entry.origin,
    };
  };
  return Object.assign(speak, { entry });
}

const VARIABLE = '\u0001';

/** Whether `sentence` is this message with some variable parts: what lets a doctor recognise it. */
export function isSpokenBy<Args extends readonly string[]>(maker: JobMessageMaker<Args>, sentence: string): boolean {
  const blanks = Array.from({ length: maker.entry.text.length }, () => VARIABLE) as readonly string[] as Args;
  const literal = maker.entry
    .text(...blanks)
    .split(VARIABLE)
    .map(escapeRegExp);
  return new RegExp(`^${literal.join('(.+?)')}$`, 's').test(sentence);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
