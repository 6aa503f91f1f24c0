import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHands } from '../../src/doctor/mend/hands.ts';
import { prepareChange } from '../../src/doctor/mend/prepare-change.ts';
import { displayWidth } from '../../src/util/display-width.ts';
import { type Answer, type Identity, REGION } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, MANAGEMENT, roleArn, vaultArn, World } from './world.ts';

const SHIM = fileURLToPath(new URL('../../bin/crossvault.cjs', import.meta.url));
const LANGUAGES = ['en', 'es', 'ja', 'zh-TW'];

let folder: string;
let server: ServerProcess;
let world: World;
let source: Identity;
let destination: Identity;
let sourceKey: string;
let destinationKey: string;
let point: string;
let target: string;
const accounts = { source: '', destination: '', management: MANAGEMENT };
const management = admin(MANAGEMENT);

/** An organization with two members, a vault and a key in each, a recovery point, and least-privilege readers with real keys. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-doctor-'));
  const tree = makeTree(path.join(folder, 'tree'));
  server = await startServerProcess({ flags: ['--dev', '--clock', 'manual'] });
  world = new World(sdkClient(server.url), server);
  await world.call(management, 'organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
  accounts.source = await newAccount('prod');
  accounts.destination = await newAccount('backup');
  source = admin(accounts.source);
  destination = admin(accounts.destination);
  await switchCopies('true');
  for (const as of [source, destination]) await world.makeRoles(as);
  sourceKey = await world.makeKey(source, keyPolicy(accounts.source, accounts.destination));
  destinationKey = await world.makeKey(destination);
  await world.makeVault(source, 'production', sourceKey);
  await world.makeVault(destination, 'offsite', destinationKey);
  target = vaultArn(accounts.destination, 'offsite');
  await admit(admitAccount(accounts.source));
  const resource = await world.register(accounts.source, 'EFS', tree);
  const job = await world.backUp(source, accounts.source, { resource, vault: 'production' });
  point = job.RecoveryPointArn!;
  await writeProfiles();
});

afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function newAccount(name: string): Promise<string> {
  const { CreateAccountStatus } = await world.call(management, 'organizations', 'CreateAccount', {
    Email: `${name}@example.com`,
    AccountName: name,
  });
  const { CreateAccountStatus: done } = await world.call(management, 'organizations', 'DescribeCreateAccountStatus', {
    CreateAccountRequestId: CreateAccountStatus.Id,
  });
  return done.AccountId;
}

const switchCopies = (isCrossAccountBackupEnabled: string): Promise<Answer> =>
  world.call(management, 'backup', 'UpdateGlobalSettings', { GlobalSettings: { isCrossAccountBackupEnabled } });
const admit = (Policy: string): Promise<Answer> =>
  world.call(destination, 'backup', 'PutBackupVaultAccessPolicy', { BackupVaultName: 'offsite', Policy });

/** Profiles `read-source`, … with the doctor's own permissions and no more, and `admin-source`, … that may do anything. */
async function writeProfiles(): Promise<void> {
  const lines: string[] = [];
  for (const [side, account] of Object.entries(accounts)) {
    const policy = run(['doctor', 'permissions', '--side', side]).stdout;
    const identities = {
      read: policy,
      admin: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
    };
    for (const [kind, PolicyDocument] of Object.entries(identities)) {
      const UserName = `doctor-${kind}`;
      await world.call(admin(account), 'iam', 'CreateUser', { UserName });
      // A policy of its own: the reader's is longer than IAM lets an inline policy of a user be.
      const { Policy } = await world.call(admin(account), 'iam', 'CreatePolicy', {
        PolicyName: UserName,
        PolicyDocument,
      });
      await world.call(admin(account), 'iam', 'AttachUserPolicy', { UserName, PolicyArn: Policy.Arn });
      const { AccessKey } = await world.call(admin(account), 'iam', 'CreateAccessKey', { UserName });
      lines.push(`[profile ${kind}-${side}]`, `region = ${REGION}`);
      lines.push(
        `aws_access_key_id = ${AccessKey.AccessKeyId}`,
        `aws_secret_access_key = ${AccessKey.SecretAccessKey}`,
      );
    }
  }
  writeFileSync(path.join(folder, 'config'), `${lines.join('\n')}\n`);
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Run {
  const clean = {
    PATH: '/usr/bin:/bin',
    HOME: folder,
    AWS_CONFIG_FILE: path.join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(server && { AWS_ENDPOINT_URL: server.url }),
    ...env,
  };
  return spawnSync(process.execPath, [SHIM, ...args], {
    encoding: 'utf8',
    env: clean,
    cwd: folder,
    input,
    maxBuffer: 64 << 20,
  });
}

const profiles = (kind: 'read' | 'admin', sides: readonly string[] = Object.keys(accounts)): string[] =>
  sides.flatMap((side) => [`--profile-${side}`, `${kind}-${side}`]);
const theCopy = (): string[] => [
  '--recovery-point',
  point,
  '--destination',
  target,
  '--role',
  roleArn(accounts.source),
];
const doctor = (...args: string[]): Run => run(['doctor', 'copy', ...theCopy(), ...profiles('read'), ...args]);
const unmetIn = ({ stdout }: Run): string[] =>
  JSON.parse(stdout)
    .findings.filter((each: Answer) => each.outcome === 'unmet' && each.severity === 'blocks')
    .map(({ id }: Answer) => id);

async function breakIt(): Promise<void> {
  await world.call(destination, 'backup', 'DeleteBackupVaultAccessPolicy', { BackupVaultName: 'offsite' });
  await world.call(source, 'kms', 'PutKeyPolicy', {
    KeyId: sourceKey,
    PolicyName: 'default',
    Policy: keyPolicy(accounts.source),
  });
  await world.call(destination, 'kms', 'DisableKey', { KeyId: destinationKey });
  await switchCopies('false');
  // Switched off, copies go on for a quarter of an hour.
  await server.operator('POST', 'clock', { advance: 'PT16M' });
}
const BROKEN = ['cross-account-copy-enabled', 'destination-vault-admits-source', 'destination-key-usable'];

test('a copy that works is told to, by readers that may read and no more', () => {
  const { status, stdout, stderr } = doctor();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('✓ Nothing stands in the way of this copy.');
});

test('every fault of a copy is named at once, with who must act, in each form and language', async () => {
  await breakIt();
  const json = doctor('--output', 'json');
  expect(json.status).toBe(1);
  expect(unmetIn(json)).toEqual(expect.arrayContaining(BROKEN));
  const { findings } = JSON.parse(json.stdout);
  const actorOf = (id: string): Answer => findings.find((each: Answer) => each.id === id).actor;
  expect(actorOf('cross-account-copy-enabled')).toEqual({ side: 'management', account: MANAGEMENT });
  expect(actorOf('destination-vault-admits-source')).toEqual({ side: 'destination', account: accounts.destination });
  for (const lang of LANGUAGES) {
    const { status, stdout } = doctor('--lang', lang);
    expect(status).toBe(1);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '"Copy job failed. Cross-account copy feature is not enabled for the current organization."',
    );
    const tooWide = stdout.split('\n').filter((line) => displayWidth(line) > 80);
    // Only what is there to be copied may be wider.
    for (const line of tooWide) expect(line).toMatch(/^ {6,}\S|https:/);
  }
  expect(JSON.parse(doctor('--output', 'sarif').stdout)).toMatchObject({ version: '2.1.0' });
  expect(doctor('--output', 'markdown').stdout).toMatch(/^# ✗ /);
  expect(doctor('--fix', 'terraform').stdout).toContain('resource "aws_backup_vault_policy"');
  expect(doctor('--ascii').stdout).not.toMatch(/[^\n -~]/);
});

test('what no profile opens is unknown, with the action that was lacking', () => {
  const one = run(['doctor', 'copy', ...theCopy(), ...profiles('read', ['source']), '--output', 'json']);
  const { verdict, findings } = JSON.parse(one.stdout);
  const unknown = findings.filter((each: Answer) => each.outcome === 'unknown');
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.every((each: Answer) => /^[a-z]+:[A-Z]/.test(each.grant))).toBe(true);
  expect(one.status).toBe(verdict === 'broken' ? 1 : 3);
  expect(unmetIn(one)).not.toContain('destination-vault-admits-source');
});

test('facts that were saved give the same report elsewhere, under other names too', () => {
  const live = doctor('--save-facts', 'case.json', '--output', 'json');
  const saved = run(['doctor', 'copy', '--facts', 'case.json', '--output', 'json'], { env: { AWS_ENDPOINT_URL: '' } });
  expect(unmetIn(saved)).toEqual(unmetIn(live));
  doctor('--save-facts', 'redacted.json', '--redact');
  expect(readFileSync(path.join(folder, 'redacted.json'), 'utf8')).not.toContain(accounts.destination);
  const redacted = run(['doctor', 'copy', '--facts', 'redacted.json', '--output', 'json']);
  expect(unmetIn(redacted)).toEqual(unmetIn(live));
});

test('a failed job is explained by its cause, the message alone having several', async () => {
  await switchCopies('true');
  await world.call(destination, 'kms', 'EnableKey', { KeyId: destinationKey });
  const { State, StatusMessage } = await world.copy(source, accounts.source, {
    point,
    vault: 'production',
    to: target,
  });
  expect(State).toBe('FAILED');
  const { CopyJobs } = await world.call(source, 'backup', 'ListCopyJobs', { ByState: 'FAILED' });
  const id = CopyJobs[0].CopyJobId;
  const told = run(['doctor', 'copy', '--job', id, ...profiles('read'), '--output', 'json']);
  expect(told.status).toBe(1);
  const { copies, findings } = JSON.parse(told.stdout);
  expect(copies[0]).toMatchObject({ said: StatusMessage, sentence: StatusMessage });
  const stumbled = findings.filter((each: Answer) => each.isSaid === true);
  expect(stumbled.length).toBeGreaterThan(0);
  for (const { sentence } of stumbled) expect(sentence.text).toBe(StatusMessage);
  const explained: Answer = await server.operator('POST', 'explain', { copyJobId: id });
  expect(explained).toMatchObject({ schema: 'crossvault.doctor/1', isAllowed: false, verdict: 'broken' });
  expect(explained.findings[0].mends[0].rendered).toMatch(/^aws /);
  expect(explained.findings.filter((each: Answer) => each.outcome === 'unmet').map(({ id }: Answer) => id)).toEqual(
    expect.arrayContaining(unmetIn(told)),
  );
});

test('a plan is judged over all that it selects, and told who would break by what might happen', async () => {
  await world.call(source, 'kms', 'PutKeyPolicy', {
    KeyId: sourceKey,
    PolicyName: 'default',
    Policy: keyPolicy(accounts.source, accounts.destination),
  });
  await admit(admitAccount(accounts.source));
  const { BackupPlanId } = await world.call(source, 'backup', 'CreateBackupPlan', {
    BackupPlan: {
      BackupPlanName: 'nightly',
      Rules: [
        {
          RuleName: 'night',
          TargetBackupVaultName: 'production',
          ScheduleExpression: 'cron(0 3 * * ? *)',
          Lifecycle: { DeleteAfterDays: 35 },
          CopyActions: [{ DestinationBackupVaultArn: target, Lifecycle: { DeleteAfterDays: 90 } }],
        },
      ],
    },
  });
  const { ResourceArn } = await world.call(source, 'backup', 'DescribeRecoveryPoint', {
    BackupVaultName: 'production',
    RecoveryPointArn: point,
  });
  await world.call(source, 'backup', 'CreateBackupSelection', {
    BackupPlanId,
    BackupSelection: { SelectionName: 'all', IamRoleArn: roleArn(accounts.source), Resources: [ResourceArn] },
  });
  const plan = (...args: string[]): Run =>
    run(['doctor', 'plan', BackupPlanId, ...profiles('read'), '--output', 'json', ...args]);
  const works = plan();
  expect(works.status).toBe(0);
  expect(JSON.parse(works.stdout).copies).toMatchObject([
    { verdict: 'works', label: expect.stringContaining('night') },
  ]);
  const disabled = plan('--if-key-disabled', destinationKey);
  expect(disabled.status).toBe(1);
  expect(JSON.parse(disabled.stdout)).toMatchObject({
    supposed: { event: { kind: 'key-is-disabled' }, lookedAt: 1 },
    copies: [{ verdict: 'broken' }],
  });
  expect(plan('--if-vault-deleted', vaultArn(accounts.destination, 'another')).status).toBe(0);
  expect(plan('--if-switch-off', '--if-role-deleted', roleArn(accounts.source)).status).toBe(2);
  const account = run(['doctor', 'account', accounts.source, ...profiles('read'), '--output', 'json']);
  expect(JSON.parse(account.stdout).copies.length).toBeGreaterThan(0);
});

const fix = (...args: string[]): Run => run(['doctor', 'fix', ...theCopy(), ...args]);

test('fix shows each change and writes nothing by itself', async () => {
  await breakIt();
  const shown = fix(...profiles('admin'));
  expect(shown.status).toBe(1);
  expect(shown.stdout).toContain('+  "isCrossAccountBackupEnabled": "true"');
  expect(shown.stdout).toContain('backup:CopyIntoBackupVault');
  expect(shown.stdout).toContain('Nothing was written.');
  expect(unmetIn(doctor('--output', 'json'))).toEqual(expect.arrayContaining(BROKEN));
  expect(fix(...profiles('admin'), '--apply').status).toBe(2);
});

test('fix leaves to others the accounts that no profile opens, and says what was refused', () => {
  const alone = fix(...profiles('admin', ['source']), '--apply', '--yes', '--output', 'json');
  expect(alone.status).not.toBe(0);
  const refused = fix(...profiles('read'), '--apply', '--yes', '--output', 'json');
  expect(refused.status).toBe(1);
  const { changes } = JSON.parse(refused.stdout);
  expect(changes.length).toBeGreaterThan(0);
  for (const { state, reason } of changes) {
    expect(state).toBe('refused');
    expect(reason).toMatch(/AccessDenied/);
  }
});

test('fix --apply mends all accounts, reads again, and the copy completes', async () => {
  await breakIt();
  const fixed = fix(...profiles('admin'), '--apply', '--yes');
  expect({ status: fixed.status, stderr: fixed.stderr }).toEqual({ status: 0, stderr: '' });
  expect(fixed.stdout).toContain('✓ Nothing stands in the way of this copy.');
  const { State } = await world.copy(source, accounts.source, { point, vault: 'production', to: target });
  expect(State).toBe('COMPLETED');
  expect(fix(...profiles('admin'))).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing here') });
});

test('fix narrows denies wherever they stand, and gives the role back what it was robbed of', async () => {
  const deny = (more: object): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Sid: 'NoCopies', Effect: 'Deny', Resource: '*', ...more },
      ],
    });
  const { Roots } = await world.call(management, 'organizations', 'ListRoots');
  await world.call(management, 'organizations', 'EnablePolicyType', {
    RootId: Roots[0].Id,
    PolicyType: 'SERVICE_CONTROL_POLICY',
  });
  const { Policy } = await world.call(management, 'organizations', 'CreatePolicy', {
    Name: 'no-copies',
    Description: '',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: deny({ Action: ['backup:CopyFromBackupVault', 'backup:CopyIntoBackupVault'] }),
  });
  await world.call(management, 'organizations', 'AttachPolicy', {
    PolicyId: Policy.PolicySummary.Id,
    TargetId: accounts.source,
  });
  const RoleName = 'AWSBackupCopyRole';
  await world.call(source, 'iam', 'UpdateAssumeRolePolicy', {
    RoleName,
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }),
  });
  await world.call(source, 'iam', 'DetachRolePolicy', {
    RoleName,
    PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
  });
  await admit(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        ...JSON.parse(admitAccount(accounts.source)).Statement,
        { Sid: 'No', Effect: 'Deny', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*' },
      ],
    }),
  );
  const fixed = fix(...profiles('admin'), '--apply', '--yes', '--output', 'json');
  const { changes, report } = JSON.parse(fixed.stdout);
  expect(changes.map(({ state, reason }: Answer) => reason ?? state)).toEqual(changes.map(() => 'written'));
  expect(report.verdict).toBe('works');
  const calls = new Set(changes.flatMap((each: Answer) => each.calls));
  for (const call of ['organizations:UpdatePolicy', 'iam:UpdateAssumeRolePolicy', 'backup:PutBackupVaultAccessPolicy'])
    expect([...calls]).toContain(call);
  const { State } = await world.copy(source, accounts.source, { point, vault: 'production', to: target });
  expect(State).toBe('COMPLETED');
  // Everybody else is denied as before.
  const { Policy: after } = await world.call(management, 'organizations', 'DescribePolicy', {
    PolicyId: Policy.PolicySummary.Id,
  });
  expect(after.Content).toContain('"Deny"');
});

test('fix makes a vault and a role that are missing', async () => {
  const elsewhere = vaultArn(accounts.destination, 'new-one');
  const role = `arn:aws:iam::${accounts.source}:role/service-role/NewBackupRole`;
  const args = ['--recovery-point', point, '--destination', elsewhere, '--role', role, ...profiles('admin')];
  const fixed = run(['doctor', 'fix', ...args, '--apply', '--yes', '--output', 'json']);
  const { changes, report } = JSON.parse(fixed.stdout);
  expect(changes.map(({ state, reason }: Answer) => reason ?? state)).toEqual(changes.map(() => 'written'));
  expect(report.verdict).toBe('works');
  const { State } = await world.copy(source, accounts.source, { point, vault: 'production', to: elsewhere, role });
  expect(State).toBe('COMPLETED');
});

test('a document that was changed after it was shown is not written', async () => {
  const [hand] = (
    await openHands({
      endpointUrl: server.url,
      region: REGION,
      doors: [{ name: 'destination', developmentAccount: accounts.destination }],
    })
  ).values();
  try {
    const remedy = {
      kind: 'add-vault-access-statements',
      vaultArn: target,
      statements: [
        {
          Sid: 'New',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${MANAGEMENT}:root` },
          Action: 'backup:CopyIntoBackupVault',
          Resource: '*',
        },
      ],
    } as const;
    const change = (await prepareChange(remedy, { hand: hand!, region: REGION }))!;
    await admit(admitAccount(accounts.source));
    const before = await world.call(destination, 'backup', 'GetBackupVaultAccessPolicy', {
      BackupVaultName: 'offsite',
    });
    await expect(change.write()).rejects.toMatchObject({ name: 'StaleError' });
    const after = await world.call(destination, 'backup', 'GetBackupVaultAccessPolicy', { BackupVaultName: 'offsite' });
    expect(after.Policy).toBe(before.Policy);
  } finally {
    hand!.close();
  }
});

test('explain knows a message in any wording, from the shell, a file or a job', () => {
  const explain = (message: string, options: Parameters<typeof run>[1] = {}, ...more: string[]): Run =>
    run(['doctor', 'explain', message, ...more], options);
  expect(explain('Access Denied trying to call AWS Backup service')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('get-backup-vault-access-policy'),
  });
  const job = { CopyJob: { CopyJobId: 'A', StatusMessage: 'Failed to unshare snapshot' } };
  const japanese = explain('-', { input: JSON.stringify(job), env: { LANG: 'ja_JP.UTF-8' } });
  expect(japanese.stdout).toContain('共有');
  writeFileSync(path.join(folder, 'message.txt'), '「複製工作失敗。來源與目的地帳戶都必須是相同組織的成員。」\n');
  expect(JSON.parse(explain('@message.txt', {}, '--output', 'json').stdout)).toMatchObject({
    matches: [{ id: 'copy-job.not-same-organization' }],
  });
  expect(explain('something nobody says').status).toBe(3);
  expect(explain('@nowhere.txt').status).toBe(69);
});

test('wrong calls end with 2 and one sentence, a missing server with 69', () => {
  const calls: readonly [number, readonly string[]][] = [
    [2, ['doctor', 'copy', ...profiles('read')]],
    [2, ['doctor', 'copy', '--recovery-point', point]],
    [2, ['doctor', 'copy', ...theCopy(), '--as-of', 'yesterday']],
    [2, ['doctor', 'copy', ...theCopy(), '--retention-days', 'ten']],
    [2, ['doctor', 'copy', '--job', 'X', '--destination', target]],
    [2, ['doctor', 'copy', ...theCopy(), '--profile-source', 'nobody']],
    [2, ['doctor', 'copy', ...theCopy(), '--lang', 'fr']],
    [2, ['doctor', 'fix', '--facts', 'case.json']],
    [69, ['doctor', 'copy', ...theCopy(), ...profiles('read'), '--endpoint-url', 'http://127.0.0.1:9']],
  ];
  for (const [status, args] of calls) {
    const result = run(args);
    expect({ args, status: result.status }).toEqual({ args, status });
    expect(result.stderr).not.toMatch(/\n\s+at |node:internal/);
    expect(result.stderr.trim()).not.toBe('');
  }
});
