/**
 * `npm run bench -- policy`: decisions a second by the policy evaluator, on one core. The account is a realistic one: 50 statements in the
 * identity policies of a role, three levels of service control policies, a boundary, a vault's access policy; the requests ask about
 * several actions and vaults, and half of them are refused.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Principal } from '../../src/model/principal.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { AuthorizationRequest, PolicySet, SourcedDocument } from '../../src/policy/evaluation.ts';
import { commit, machineFacts } from './machine.ts';
import { UsageError } from './options.ts';

const HELP = `Measures decisions a second by the policy evaluator, on one core.

  npm run bench -- policy [options]

Options:
  --seconds N      how long each run lasts (default 3)
  --runs N         runs; all are told (default 3)
  --help
`;

const ACCOUNT = '111111111111';
const IDENTITY_DOCUMENTS = 5;
const STATEMENTS_EACH = 10;
/** The clock is read once in so many decisions. */
const BATCH = 256;

interface PolicyRun {
  readonly decisions: number;
  readonly seconds: number;
  readonly allowed: number;
}

/** Prints a line for each run and adds them to the history. Returns the exit code. */
export function benchPolicy(args: readonly string[], history: string): number {
  const options = parse(args);
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const machine = machineFacts('.');
  console.log(`one core of ${machine.processor}; ${IDENTITY_DOCUMENTS * STATEMENTS_EACH} statements, 3 levels of SCPs`);
  // Compiled code is what a server runs on: the first second is off the clock.
  decideFor(1);
  const runs = Array.from({ length: options.runs }, () => {
    const run = decideFor(options.seconds);
    console.log(lineOf(run));
    return run;
  });
  mkdirSync(dirname(history), { recursive: true });
  const record = {
    at: new Date().toISOString(),
    commit: commit(),
    machine,
    works: ['policy'],
    ...options,
    results: runs,
  };
  appendFileSync(history, `${JSON.stringify(record)}\n`);
  return 0;
}

const lineOf = ({ decisions, seconds, allowed }: PolicyRun): string =>
  `${Math.round(decisions / seconds)} decisions/s; ${((seconds * 1e6) / decisions).toFixed(1)} µs each, ${Math.round((allowed / decisions) * 100)} % allowed`;

function decideFor(seconds: number): PolicyRun {
  const begun = performance.now();
  let decisions = 0;
  let allowed = 0;
  for (;;) {
    for (let at = 0; at < BATCH; at += 1) {
      const request = REQUESTS[(decisions + at) % REQUESTS.length]!;
      if (evaluate(request, POLICIES).isAllowed) allowed += 1;
    }
    decisions += BATCH;
    const passed = (performance.now() - begun) / 1000;
    if (passed >= seconds) return { decisions, seconds: passed, allowed };
  }
}

const vault = (name: string): string => `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:${name}`;

function document(origin: string, ...Statement: readonly object[]): SourcedDocument {
  return { origin, document: JSON.stringify({ Version: '2012-10-17', Statement }) };
}

/** Each statement is for its own vault: to answer, all must be read. */
const identity = Array.from({ length: IDENTITY_DOCUMENTS }, (_, n) =>
  document(
    `policy ${n}`,
    ...Array.from({ length: STATEMENTS_EACH }, (__, m) => ({
      Sid: `Team${n}x${m}`,
      Effect: m === 9 ? 'Deny' : 'Allow',
      Action: ['backup:Describe*', 'backup:List*', 'backup:StartCopyJob', 'backup:GetBackupVaultAccessPolicy'],
      Resource: [vault(`team-${n}-${m}`), `arn:aws:ec2:*::snapshot/team-${n}-${m}-*`],
      Condition: {
        StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] },
        ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/forbidden/*` },
      },
    })),
  ),
);

const FULL = document('FullAWSAccess', { Effect: 'Allow', Action: '*', Resource: '*' });
const OUTSIDE_REGIONS = document('regions', {
  Effect: 'Deny',
  NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
});
const OUTSIDE_ORGANIZATION = document('copies', {
  Effect: 'Deny',
  Action: 'backup:CopyFromBackupVault',
  Resource: '*',
  Condition: { 'ForAllValues:ArnNotLike': { 'backup:CopyTargets': [vault('*')] } },
});
const UNDELETABLE = document('undeletable', {
  Effect: 'Deny',
  Action: ['backup:DeleteRecoveryPoint', 'backup:DeleteBackupVault', 'kms:ScheduleKeyDeletion'],
  Resource: '*',
});

const POLICIES: PolicySet = {
  identity,
  boundary: document('boundary', { Effect: 'Allow', Action: ['backup:*', 'kms:*'], Resource: '*' }),
  serviceControl: [
    [FULL, OUTSIDE_REGIONS],
    [FULL, OUTSIDE_ORGANIZATION],
    [FULL, UNDELETABLE],
  ],
  resource: {
    ...document('vault', {
      Effect: 'Deny',
      Principal: '*',
      Action: 'backup:DeleteRecoveryPoint',
      Resource: '*',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/keeper` } },
    }),
    rules: 'ordinary',
  },
};

const principal: Principal = {
  kind: 'role',
  account: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:role/service-role/Copier`,
  userId: 'AROACOPIERCOPIERCOPI:nightly',
  sessionArn: `arn:aws:sts::${ACCOUNT}:assumed-role/Copier/nightly`,
  sessionName: 'nightly',
  sessionTags: { team: 'red' },
};

const ACTIONS = [
  'backup:DescribeBackupVault',
  'backup:StartCopyJob',
  'backup:DeleteRecoveryPoint',
  'backup:CreateBackupVault',
];

const REQUESTS: readonly AuthorizationRequest[] = ACTIONS.flatMap((action) =>
  [0, 1, 2, 3].map((n) => ({
    principal,
    action,
    resource: vault(`team-${n}-${n}`),
    resourceAccount: ACCOUNT,
    context: {
      'aws:RequestedRegion': 'eu-central-1',
      'aws:SourceIp': '192.0.2.1',
      'aws:SecureTransport': 'true',
      'aws:CurrentTime': '2026-11-22T00:00:00Z',
      'aws:PrincipalOrgID': 'o-abcdefghij',
    },
  })),
);

/** Throws UsageError. */
function parse(args: readonly string[]): { readonly seconds: number; readonly runs: number } | 'help' {
  try {
    const { help, seconds, runs } = parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string', default: '3' },
        runs: { type: 'string', default: '3' },
        help: { type: 'boolean', default: false },
      },
    }).values;
    return help ? 'help' : { seconds: above0('--seconds', seconds), runs: above0('--runs', runs) };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function above0(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0)
    throw new UsageError(`${option} takes a whole number above zero, not "${text}"`);
  return value;
}
