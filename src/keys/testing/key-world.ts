import { randomBytes } from 'node:crypto';
import type { Access } from '../../access/access.ts';
import { accessDenied } from '../../messages/access-denied.ts';
import type { Principal } from '../../model/principal.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { openSealer } from '../../secrets/open-sealer.ts';
import { ephemeralRootKey } from '../../secrets/root-key.ts';
import * as kmsRecords from '../../storage/records/kms.ts';
import type { Records } from '../../storage/records/records.ts';
import type { KmsKeysTable } from '../../storage/records/schema.ts';
import { openSqlite } from '../../storage/records/sqlite.ts';
import { createKeyService } from '../create-key-service.ts';
import { makeMaterial } from '../key-material.ts';
import type { KeyParts } from '../key-parts.ts';
import type { KeyService } from '../key-service.ts';
import { newKeyId, newKeyRow } from '../new-key-row.ts';

export const REGION = 'eu-west-1';
export const SOURCE = '111111111111';
export const DESTINATION = '222222222222';
const START = Date.UTC(2026, 10, 1);
export const DAY_MS = 86_400_000;

/** A key service on records in memory, with the real evaluator over identity policies that a test writes by hand. */
export interface KeyWorld extends KeyParts {
  readonly keys: KeyService;
  /** Gives a principal one more identity policy. */
  permit(principal: Principal, statement: object): void;
  /** From now on every evaluation ends in a no. */
  denyAll(): void;
  advance(ms: number): void;
  /** A customer key with AWS's default policy, or another. */
  addKey(change?: Partial<KmsKeysTable>): Promise<{ id: string; arn: string }>;
  addRole(account: string, name: string): Promise<Principal>;
}

export const rootOf = (account: string): Principal => ({
  kind: 'root',
  account,
  arn: `arn:aws:iam::${account}:root`,
  userId: account,
});

export const roleOf = (account: string, name: string): Principal => ({
  kind: 'role',
  account,
  arn: `arn:aws:iam::${account}:role/${name}`,
  userId: `AROA${name.toUpperCase()}:session`,
  sessionArn: `arn:aws:sts::${account}:assumed-role/${name}/session`,
  sessionName: 'session',
});

export const toPolicy = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((each) => ({ Resource: '*', ...each })) });

export const allow = (principals: string | string[], actions: string | string[], condition?: object): object => ({
  Effect: 'Allow',
  Principal: { AWS: principals },
  Action: actions,
  ...(condition === undefined ? {} : { Condition: condition }),
});

export const delegateTo = (account: string): object => allow(`arn:aws:iam::${account}:root`, 'kms:*');

export async function openKeyWorld(): Promise<KeyWorld> {
  let now = START;
  const random = { bytes: (count: number) => Uint8Array.from(randomBytes(count)) };
  const clock = { now: () => now };
  const records = await openSqlite(':memory:');
  const { access, permit, denyAll } = createHandwrittenAccess();
  const parts: KeyParts = { records, sealer: openSealer(ephemeralRootKey(random)), access, clock, random };
  return {
    ...parts,
    keys: createKeyService(parts),
    permit,
    denyAll,
    advance: (ms) => {
      now += ms;
    },
    addKey: (change) => addKey(parts, change),
    addRole: (account, name) => addRole(records, account, name),
  };
}

function createHandwrittenAccess(): Pick<KeyWorld, 'access' | 'permit' | 'denyAll'> {
  const identity = new Map<string, string[]>();
  let isClosed = false;
  const judge: Access['evaluate'] = async ({ principal, action, resource, resourceAccount, context, ...written }) => {
    if (isClosed) return { outcome: 'implicit-deny', isAllowed: false, decidedBy: 'identity', explanations: [] };
    const documents = identity.get(principal.arn) ?? [];
    return evaluate(
      { principal, action, resource, resourceAccount, context: context ?? {} },
      {
        identity: documents.map((document) => ({ origin: 'by hand', document })),
        ...(written.resourcePolicy ? { resource: written.resourcePolicy } : {}),
        ...(written.grants ? { grants: written.grants } : {}),
      },
    );
  };
  return {
    permit(principal, statement) {
      const documents = identity.get(principal.arn) ?? [];
      identity.set(principal.arn, [...documents, toPolicy({ Effect: 'Allow', ...statement })]);
    },
    denyAll() {
      isClosed = true;
    },
    access: {
      evaluate: judge,
      async authorize(question) {
        if ((await judge(question)).isAllowed) return;
        const { principal, action, resource, resourceAccount } = question;
        const isOwnAccount = principal.account === resourceAccount;
        throw accessDenied({ caller: principal.arn, action, resource, isOwnAccount });
      },
      policiesFor: async () => ({ identity: [] }),
      rolePrincipal: async () => undefined,
      contextFor: async () => ({}),
    },
  };
}

async function addKey(parts: KeyParts, change: Partial<KmsKeysTable> = {}): Promise<{ id: string; arn: string }> {
  const { account_id: account = SOURCE, region = REGION } = change;
  const id = newKeyId(parts.random, false);
  const key = { ...newKeyRow(id, { account, region, now: parts.clock.now() }), ...change };
  await parts.records.write((db) => kmsRecords.insertKey(db, key, makeMaterial(parts, { keyId: id, version: 1 })));
  return { id, arn: key.arn };
}

async function addRole(records: Records, account: string, name: string): Promise<Principal> {
  const principal = roleOf(account, name);
  const row = {
    account_id: account,
    name,
    path: '/',
    id: `AROA${name.toUpperCase()}`,
    arn: principal.arn,
    trust_policy: '{}',
    description: null,
    max_session_seconds: 3600,
    boundary_arn: null,
    linked_service: null,
    created_at: START,
  };
  await records.write((db) => db.insertInto('iam_roles').values(row).execute());
  return principal;
}
