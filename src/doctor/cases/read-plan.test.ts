import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isUnknown } from '../../decision/facts.ts';
import { openAccountCalls } from '../live/live-calls.ts';
import { openQueue } from '../live/queue.ts';
import { openSdkClients } from '../live/sdk-clients.ts';
import { readPlan } from './read-plan.ts';

const ACCOUNT = '111122223333';
const VOLUME = `arn:aws:ec2:eu-west-1:${ACCOUNT}:volume/vol-0123456789abcdef0`;
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`;
const TOPIC = `arn:aws:sns:eu-west-1:${ACCOUNT}:orders`;

let close: (() => void) | undefined;
afterEach(() => close?.());

// biome-ignore lint/suspicious/noExplicitAny: selections and tags as AWS writes them
type Json = any;

/** AWS as far as a plan needs it: the tagging API answers in pages of one, or refuses. */
async function selected(selection: Json, tagged: Json = [], isRefused = false): Promise<unknown> {
  const asked: Json[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const answer = (status: number, value: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      };
      if (request.headers['x-amz-target'] !== undefined) {
        expect(request.headers.authorization).toContain('/eu-west-1/tagging/aws4_request');
        const input: Json = JSON.parse(body);
        asked.push(input.TagFilters);
        if (isRefused) return answer(400, { __type: 'AccessDeniedException', Message: 'no' });
        const page = Number(input.PaginationToken ?? 0);
        const PaginationToken = page + 1 < tagged.length ? String(page + 1) : '';
        return answer(200, { ResourceTagMappingList: tagged.slice(page, page + 1), PaginationToken });
      }
      if (/selections\/?(\?|$)/.test(request.url ?? ''))
        return answer(200, { BackupSelectionsList: [{ SelectionId: 's' }] });
      if (request.url?.includes('/selections/s')) return answer(200, { BackupSelection: selection });
      if (request.url?.includes('/account-settings')) return answer(200, { ResourceTypeOptInPreference: {} });
      return answer(200, { BackupPlan: { BackupPlanName: 'gold', Rules: [] } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpointUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  const clients = openSdkClients({ endpointUrl, credentials, clock: { now: () => 0 } });
  close = () => {
    clients.close();
    server.closeAllConnections();
    server.close();
  };
  const calls = openAccountCalls(ACCOUNT, clients, openQueue(4));
  const door = { ...calls, name: 'source' as const, callerArn: '', homeRegion: 'us-east-1', close };
  const plan = await readPlan({ doors: [door], ownServer: undefined }, { door, region: 'eu-west-1', planId: 'p' });
  if (plan === null || isUnknown(plan) || isUnknown(plan.selections)) throw new Error('no plan');
  return plan.selections[0]?.resources;
}

const tagged = (ResourceARN: string, Value: string) => ({ ResourceARN, Tags: [{ Key: 'backup', Value }] });
const byTag = (ConditionValue: string) => ({ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue });

test('resources that a selection takes by their tags are asked for, page by page', async () => {
  const list = [tagged(VOLUME, 'yes'), tagged(TABLE, 'yes'), tagged(TOPIC, 'yes')];
  expect(await selected({ ListOfTags: [byTag('yes')] }, list)).toEqual([VOLUME, TABLE]);
});

test('conditions narrow what is everything else', async () => {
  const Conditions = { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'yes' }] };
  const selection = { Resources: ['*'], NotResources: [TABLE], Conditions };
  expect(await selected(selection, [tagged(VOLUME, 'yes'), tagged(TABLE, 'yes')])).toEqual([VOLUME]);
});

test('named resources need no question, and patterns have no answer', async () => {
  expect(await selected({ Resources: [VOLUME] })).toEqual([VOLUME]);
  expect(await selected({ Resources: ['arn:aws:ec2:*:*:volume/*'] })).toEqual({
    unknown: { grant: 'tag:GetResources' },
  });
});

test('where tags may not be read, what is selected is unknown', async () => {
  const found = await selected({ ListOfTags: [byTag('yes')] }, [], true);
  expect(found).toEqual({ unknown: { grant: 'tag:GetResources' } });
});
