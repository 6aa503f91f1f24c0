import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToyServer } from './testing/toy-server.ts';
import { startToyServer } from './testing/toy-server.ts';

let server: ToyServer;

beforeAll(async () => {
  const answers = { Account: '1', Arn: 'arn', UserId: 'id' };
  server = await startToyServer({
    sts: {
      AssumeRoleWithWebIdentity: () => ({ Provider: 'told' }),
      AssumeRole: () => ({}),
      GetCallerIdentity: () => answers,
    },
  });
});

afterAll(() => server.close());

const TOKEN = 'RoleArn=arn:aws:iam::111122223333:role/ci&RoleSessionName=ci&WebIdentityToken=abcd';

async function send(query: string, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}/${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  return { status: response.status, text: await response.text() };
}

test('an operation that brings a token comes without a signature, from nobody', async () => {
  const { status, text } = await send('', `Action=AssumeRoleWithWebIdentity&Version=2011-06-15&${TOKEN}`);
  expect(text).toContain('<Provider>told</Provider>');
  expect(status).toBe(200);
  expect(server.calls.at(-1)?.call.principal).toMatchObject({ account: '', arn: '' });
});

test.each([
  ['every other operation', '', 'Action=GetCallerIdentity&Version=2011-06-15'],
  ['one that hides behind it', '', `Action=AssumeRoleWithWebIdentity&Action=GetCallerIdentity&Version=2011-06-15`],
  ['one that hides before it', '', `Action=GetCallerIdentity&Action=AssumeRoleWithWebIdentity&Version=2011-06-15`],
  [
    'one whose name is in the query',
    '?Action=AssumeRoleWithWebIdentity',
    'Action=GetCallerIdentity&Version=2011-06-15',
  ],
  ['a longer name', '', `Action=AssumeRoleWithWebIdentityX&Version=2011-06-15&${TOKEN}`],
])('%s needs one', async (_case, query, body) => {
  const before = server.calls.filter(({ operation }) => operation !== 'AssumeRoleWithWebIdentity').length;
  const { status, text } = await send(query, body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toMatch(/MissingAuthenticationToken|ValidationError|MalformedInput|InvalidAction/);
  expect(server.calls.filter(({ operation }) => operation !== 'AssumeRoleWithWebIdentity')).toHaveLength(before);
});
