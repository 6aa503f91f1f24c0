import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Access, AccessQuestion } from '../../access/access.ts';
import { createKeyService } from '../../keys/create-key-service.ts';
import { ServiceError } from '../../messages/service-error.ts';
import type { Principal } from '../../model/principal.ts';
import type { Records } from '../../storage/records/records.ts';
import { type Authorized, authorizationRows, openStage, type Stage, TABLES } from './testing/authorization-rows.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.world.records.close());

/** Thrown where an operation begins to write: it has asked all it asks. */
class Wrote extends Error {}

/** What an operation asked before it wrote, answered or refused. */
interface Outcome {
  readonly questions: readonly AccessQuestion[];
  readonly refusal?: ServiceError;
}

/** Calls an operation that can change nothing, and listens to what it asks. */
async function run({ service, operation, input }: Authorized, principal: Principal): Promise<Outcome> {
  const questions: AccessQuestion[] = [];
  const { world } = stage;
  const records: Records = {
    ...world.records,
    read: (work) => world.records.read(work),
    write: () => Promise.reject(new Wrote()),
  };
  const access: Access = {
    ...world.access,
    authorize(question) {
      questions.push(question);
      return world.access.authorize(question);
    },
    evaluate(question) {
      questions.push(question);
      return world.access.evaluate(question);
    },
  };
  const keys = createKeyService({ ...world, records, access });
  const services = { ...world.services, records, access, keys };
  try {
    await TABLES[service][operation]!(services, input, stage.callOf(principal));
    return { questions };
  } catch (error) {
    if (error instanceof Wrote) return { questions };
    if (error instanceof ServiceError) return { questions, refusal: error };
    throw error;
  }
}

const isDenied = ({ refusal }: Outcome): boolean => /^AccessDenied(?:Exception)?$/.test(refusal?.code ?? '');

/** A user of the management account with these rights alone. */
const caller = (...statements: object[]): Promise<Principal> => stage.userWith(statements);

const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const DENY_ALL = { Effect: 'Deny', Action: '*', Resource: '*' };

/** Operations that AWS authorises by nothing but the signature. */
const FREE: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken']);

const OF_EVERY_REQUEST = {
  'aws:RequestedRegion': expect.stringMatching(/^(?:eu-west-1|us-east-1)$/),
  'aws:SecureTransport': 'true',
  'aws:SourceIp': '192.0.2.1',
  'aws:UserAgent': 'test',
  'aws:ViaAWSService': 'false',
};
const OF_A_CALL_ON_BEHALF = {
  'aws:CalledVia': ['backup.amazonaws.com'],
  'aws:ViaAWSService': 'true',
  'kms:ViaService': 'backup.eu-west-1.amazonaws.com',
};

// Every operation that is served comes up here, also one that is added later: where its resource does not follow from the members that it
// requires, it wants a row of its own in `authorization-rows.ts`.
const rows = authorizationRows();

for (const row of rows) {
  const name = `${row.service}:${row.operation}`;
  const [resource, ...others] = [row.resource].flat();

  if (FREE.has(name)) {
    test(`${name} is free`, async () => {
      const outcome = await run(stage.fill(row), await caller(ALLOW_ALL, DENY_ALL));
      expect(outcome).toEqual({ questions: [] });
    });
    continue;
  }

  test(`${name} is denied by a deny of everything`, async () => {
    const outcome = await run(stage.fill(row), await caller(ALLOW_ALL, DENY_ALL));
    expect(isDenied(outcome), JSON.stringify(outcome)).toBe(true);
    expect(outcome.refusal?.message).toMatch(/ with an explicit deny in an identity-based policy/);
  });

  test(`${name} needs ${row.action ?? name} on ${resource}, and no more`, async () => {
    const filled = stage.fill(row);
    const action = row.action ?? name;
    const needed = [
      { Effect: 'Allow', Action: action, Resource: stage.fillText(resource!) },
      ...others.map((other) => ({ Effect: 'Allow', Action: action, Resource: stage.fillText(other) })),
      ...(row.also ?? []).map(([Action, Resource]) => ({
        Effect: 'Allow',
        Action,
        Resource: stage.fillText(Resource),
      })),
    ];
    const allowed = await run(filled, await caller(...needed));
    expect(isDenied(allowed), allowed.refusal?.message).toBe(false);
    for (const [at, statement] of needed.entries()) {
      if (statement.Resource === '*') continue;
      const elsewhere = needed.map((each, n) => (n === at ? { ...each, Resource: `${each.Resource}-other` } : each));
      expect(isDenied(await run(filled, await caller(...elsewhere))), statement.Resource).toBe(true);
    }
    const different = await run(filled, await caller({ ...needed[0], Action: `${row.service}:Another` }));
    expect(isDenied(different)).toBe(true);
  });

  test(`${name} sends the keys of every request`, async () => {
    const { questions } = await run(stage.fill(row), await caller(ALLOW_ALL));
    expect(questions.length).toBeGreaterThan(0);
    const own = questions.filter(({ action }) => action.startsWith(`${row.service}:`));
    for (const { context } of own) expect(context).toMatchObject(OF_EVERY_REQUEST);
    // What Backup asks of KMS on the caller's behalf.
    const onBehalf = questions.filter(({ action }) => row.service === 'backup' && action.startsWith('kms:'));
    for (const { context } of onBehalf) expect(context).toMatchObject(OF_A_CALL_ON_BEHALF);
  });
}
