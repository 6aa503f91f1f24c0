import type { Origin } from '../service-error.ts';

/** A sentence that AWS Backup or a service behind it says, as the doctor recognises it. */
export interface KnownSentence {
  /** Of the message in `messages/`; several wordings of one message share it. */
  readonly id: string;
  /** Variable parts stand as `{}`. */
  readonly template: string;
  readonly language: 'en' | 'es' | 'ja' | 'zh-TW';
  /** The status of a copy, backup or restore job, or the answer to a call. */
  readonly spokenBy: 'copy-job' | 'backup-job' | 'restore-job' | 'call';
  readonly origin: Origin;
}
