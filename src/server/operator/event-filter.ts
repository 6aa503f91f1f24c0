import type { EventMessage } from '../../events/message.ts';
import { isAccountId } from '../../model/account.ts';
import { OperatorError } from './operator-error.ts';

/** What is sent on the event stream: AWS's events and notifications, and what our own pages and commands watch. */
const STREAM_TYPES = ['aws.backup', 'sns', 'job', 'progress', 'resource', 'clock', 'scrub', 'reset'] as const;
type StreamType = (typeof STREAM_TYPES)[number];

/** What one listener wants to hear of. */
export interface EventFilter {
  wantsType(type: StreamType): boolean;
  wantsMessage(message: EventMessage): boolean;
}

/**
 * `types=aws.backup,sns&account=111122223333&detail-type=Copy Job State Change&state=FAILED&subject=JOB_ID_OR_ARN`: all that is given must hold;
 * the last four narrow AWS's events and notifications only. Throws OperatorError where a value is none.
 */
export function parseEventFilter(query: Readonly<Record<string, string>>): EventFilter {
  const types = query['types']?.split(',');
  const unknown = types?.find((type) => !STREAM_TYPES.some((known) => known === type));
  if (unknown !== undefined)
    throw new OperatorError(400, 'types-malformed', `"types" may name ${STREAM_TYPES.join(', ')}; not "${unknown}".`);
  const { account, state, subject, 'detail-type': detailType } = query;
  if (account !== undefined && !isAccountId(account))
    throw new OperatorError(400, 'account-malformed', `"account" must be twelve digits, not "${account}".`);
  return {
    wantsType: (type) => types === undefined || types.includes(type),
    wantsMessage: ({ form, row, body }) =>
      (types === undefined || types.includes(form)) &&
      (account === undefined || row.account_id === account) &&
      (state === undefined || row.state === state) &&
      (subject === undefined || row.subject === subject) &&
      (detailType === undefined || ('detail-type' in body && body['detail-type'] === detailType)),
  };
}
