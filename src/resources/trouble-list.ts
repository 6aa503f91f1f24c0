import { TROUBLES_KEPT_MAX } from './limits.ts';
import type { EntryPath } from './resource.ts';
import type { TreeWriter } from './tree-writer.ts';

type Trouble = TreeWriter['troubles'][number];

/** Counts what a target refused, and keeps the first with their text. */
export class TroubleList {
  readonly kept: Trouble[] = [];
  count = 0;

  report(path: EntryPath, details: readonly string[]): void {
    this.count += details.length;
    for (const detail of details) {
      if (this.kept.length < TROUBLES_KEPT_MAX) this.kept.push({ path, kind: 'not-supported', detail });
    }
  }
}
