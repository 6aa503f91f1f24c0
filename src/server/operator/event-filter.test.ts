import { expect, test } from 'vitest';
import type { EventMessage } from '../../events/message.ts';
import { parseEventFilter } from './event-filter.ts';

const message = {
  form: 'aws.backup',
  row: { account_id: '111122223333', state: 'FAILED', subject: 'JOB' },
  body: { 'detail-type': 'Copy Job State Change' },
} as unknown as EventMessage;

const wants = (query: Record<string, string>): boolean => parseEventFilter(query).wantsMessage(message);

test('who names nothing hears everything', () => {
  expect(wants({})).toBe(true);
  expect(parseEventFilter({}).wantsType('progress')).toBe(true);
});

test('all that is named must hold', () => {
  const all = { account: '111122223333', state: 'FAILED', subject: 'JOB', 'detail-type': 'Copy Job State Change' };
  expect(wants({ ...all, types: 'sns,aws.backup' })).toBe(true);
  expect(wants({ types: 'sns,job' })).toBe(false);
  for (const [name, other] of Object.entries({
    account: '444455556666',
    state: 'COMPLETED',
    subject: 'X',
    'detail-type': 'X',
  }))
    expect(wants({ ...all, [name]: other })).toBe(false);
});

test('what is no type or account is refused in a sentence', () => {
  expect(() => parseEventFilter({ types: 'job,jobs' })).toThrow('not "jobs"');
  expect(() => parseEventFilter({ account: '1' })).toThrow('twelve digits, not "1"');
});
