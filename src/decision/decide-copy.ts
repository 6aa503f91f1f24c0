import type { JobMessage } from '../messages/job-message.ts';
import type { CopyFacts } from './facts.ts';
import type { Finding } from './requirement.ts';
import { requirements } from './requirements.ts';

/** May this copy happen, and if not, why: every requirement's finding, in order. */
export interface Decision {
  readonly findings: readonly Finding[];
  /** Nothing is unmet and nothing unknown: a copy is never allowed on a guess. */
  readonly isAllowed: boolean;
  /** What the service would stumble over first. */
  readonly firstUnmet?: Extract<Finding, { outcome: 'unmet' }>;
  /** What the job would say, where it would fail. */
  readonly sentence?: JobMessage;
}

/** Pure: a "no" is a value, never thrown. The server speaks `sentence`, the doctor prints all findings. */
export function decideCopy(facts: CopyFacts): Decision {
  const findings = requirements.map(({ id, judge }): Finding => ({ requirement: id, ...judge(facts) }));
  const firstUnmet = findings.find((finding) => finding.outcome === 'unmet');
  const isAllowed = findings.every(({ outcome }) => outcome === 'met' || outcome === 'not-applicable');
  return { findings, isAllowed, ...(firstUnmet && { firstUnmet, sentence: firstUnmet.sentence }) };
}
