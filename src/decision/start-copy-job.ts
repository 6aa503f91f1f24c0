import type { JobMessage } from '../messages/job-message.ts';
import type { CopyFacts } from './facts.ts';
import type { Requirement } from './requirement.ts';
import { pointIsAvailable } from './requirements/point-is-available.ts';
import { roleCanBeAssumed } from './requirements/role-can-be-assumed.ts';

/** What StartCopyJob refuses before there is a job. */
export interface StartRefusal {
  readonly requirement: string;
  /** The exception's name on the wire. */
  readonly code: 'ResourceNotFoundException' | 'InvalidParameterValueException';
  readonly sentence: JobMessage;
}

const AT_ONCE: readonly (readonly [Requirement, StartRefusal['code']])[] = [
  [pointIsAvailable, 'ResourceNotFoundException'],
  [roleCanBeAssumed, 'InvalidParameterValueException'],
];

/**
 * The part of StartCopyJob that facts decide: the point is there and the role can be assumed. Everything else fails the job, for the
 * job's record is where users look. Which rules AWS checks at once is not documented. Nothing where the job may start.
 */
export function refuseStartCopyJob(facts: CopyFacts): StartRefusal | undefined {
  for (const [requirement, code] of AT_ONCE) {
    const answer = requirement.judge(facts);
    if (answer.outcome === 'unmet') return { requirement: requirement.id, code, sentence: answer.sentence };
  }
  return undefined;
}
