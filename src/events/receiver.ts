import type { EventMessage } from './message.ts';

/** Where events go: the webhook, the log file. */
export interface Receiver {
  /** Its place in the line is kept under this name. */
  readonly name: string;
  /**
   * Takes messages in the order of each subject. Resolves once all are where they should be. Throws when some are not: the same messages come
   * again after a pause, and more with them; what it has taken already it leaves out.
   */
  deliver(messages: readonly EventMessage[], signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** What is counted of the receivers. */
export interface DeliveryWatch {
  waiting(receiver: string, count: number): void;
  delivered(receiver: string, count: number): void;
  failed(receiver: string): void;
  givenUp(receiver: string, count: number): void;
}
