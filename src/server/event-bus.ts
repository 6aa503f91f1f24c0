/** Something that happened, for those who watch: state changes and progress of jobs. Nothing is kept. */
export interface ServerEvent {
  readonly type: 'job' | 'progress' | 'resource' | 'clock' | 'scrub' | 'reset';
  readonly time: number;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export interface EventBus {
  publish(event: ServerEvent): void;
  /** Returns the way to stop listening. */
  subscribe(listener: (event: ServerEvent) => void): () => void;
  readonly listeners: number;
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: ServerEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get listeners() {
      return listeners.size;
    },
  };
}
