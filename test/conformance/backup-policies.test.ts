import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, AwsError, REGION, type Service } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, MANAGEMENT, vaultArn, World } from './world.ts';

const MEMBER = '111111111111';
const DESTINATION = '222222222222';

let folder: string;
let server: ServerProcess;
let world: World;
let rootId: string;
let policyId: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-policies-'));
  server = await startServerProcess({ flags: ['--dev', '--clock', 'manual'] });
  world = new World(sdkClient(server.url), server);
  await world.organize(MANAGEMENT, MEMBER, DESTINATION);
  rootId = (await organizations('ListRoots')).Roots[0].Id;
  await organizations('EnablePolicyType', { RootId: rootId, PolicyType: 'BACKUP_POLICY' });
  for (const account of [MEMBER, DESTINATION]) {
    await world.makeRoles(admin(account));
    const other = account === MEMBER ? DESTINATION : undefined;
    await world.makeVault(admin(account), 'vault', await world.makeKey(admin(account), keyPolicy(account, other)));
  }
  await call(DESTINATION, 'backup', 'PutBackupVaultAccessPolicy', {
    BackupVaultName: 'vault',
    Policy: admitAccount(MEMBER),
  });
  const tags = { tags: { backup: 'daily' } };
  await world.register(MEMBER, 'EFS', makeTree(path.join(folder, 'tree')), tags);
  await server.operator('POST', 'clock', { to: '2027-01-01T00:00:00Z' });
});

afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const call = (account: string, service: Service, operation: string, input: object = {}): Promise<Answer> =>
  world.call(admin(account), service, operation, input);
const organizations = (operation: string, input: object = {}) => call(MANAGEMENT, 'organizations', operation, input);
const plansOf = async (account: string) => (await call(account, 'backup', 'ListBackupPlans')).BackupPlansList;

const assign = (value: string | string[]) => ({ '@@assign': value });
const policy = (deleteAfterDays: string) =>
  JSON.stringify({
    plans: {
      Nightly: {
        regions: assign([REGION]),
        rules: {
          Daily: {
            schedule_expression: assign('cron(0 5 ? * * *)'),
            target_backup_vault_name: assign('vault'),
            lifecycle: { delete_after_days: assign(deleteAfterDays) },
            copy_actions: {
              [vaultArn(DESTINATION, 'vault')]: {
                target_backup_vault_arn: assign(vaultArn(DESTINATION, 'vault')),
                lifecycle: { delete_after_days: assign('90') },
              },
            },
          },
        },
        selections: {
          tags: {
            daily: {
              iam_role_arn: assign('arn:aws:iam::$account:role/AWSBackupCopyRole'),
              tag_key: assign('backup'),
              tag_value: assign(['daily']),
            },
          },
        },
      },
    },
  });

async function refusal(operation: string, input: object): Promise<string> {
  const error = await call(MEMBER, 'backup', operation, input).catch((thrown: unknown) => thrown);
  if (!(error instanceof AwsError)) throw new Error(`${operation} was not refused`);
  return error.code;
}

test('a policy becomes a plan in the accounts below it, which runs there and cannot be changed there', async () => {
  const { Policy } = await organizations('CreatePolicy', {
    Name: 'nightly',
    Description: '',
    Type: 'BACKUP_POLICY',
    Content: policy('35'),
  });
  policyId = Policy.PolicySummary.Id;
  await organizations('AttachPolicy', { PolicyId: policyId, TargetId: rootId });
  const [plan, ...others] = await plansOf(MEMBER);
  expect(others).toEqual([]);
  expect(plan).toMatchObject({
    BackupPlanName: 'Nightly',
    BackupPlanId: expect.stringMatching(/^orgs\/[0-9a-f-]{36}$/),
    BackupPlanArn: `arn:aws:backup:${REGION}:${MEMBER}:backup-plan:${plan.BackupPlanId}`,
  });
  const { BackupPlanId } = plan;
  const { BackupPlan } = await call(MEMBER, 'backup', 'GetBackupPlan', { BackupPlanId });
  expect(BackupPlan.Rules).toMatchObject([{ RuleName: 'Daily', Lifecycle: { DeleteAfterDays: 35 } }]);
  const { BackupSelectionsList } = await call(MEMBER, 'backup', 'ListBackupSelections', { BackupPlanId });
  const [{ SelectionId, IamRoleArn }] = BackupSelectionsList;
  expect(IamRoleArn).toBe(`arn:aws:iam::${MEMBER}:role/AWSBackupCopyRole`);
  expect(await refusal('DeleteBackupPlan', { BackupPlanId })).toBe('AccessDeniedException');
  expect(await refusal('DeleteBackupSelection', { BackupPlanId, SelectionId })).toBe('AccessDeniedException');
  await server.operator('POST', 'clock', { to: '2027-01-01T06:00:00Z' });
  const { CopyJobs } = await call(MEMBER, 'backup', 'ListCopyJobs');
  expect(CopyJobs).toMatchObject([{ State: 'COMPLETED', CreatedBy: { BackupPlanId } }]);
});

test('an update of the policy is a new version of the plan', async () => {
  const [before] = await plansOf(MEMBER);
  await organizations('UpdatePolicy', { PolicyId: policyId, Content: policy('40') });
  const [after] = await plansOf(MEMBER);
  expect(after.BackupPlanId).toBe(before.BackupPlanId);
  expect(after.VersionId).not.toBe(before.VersionId);
  await server.operator('POST', 'clock', { to: '2027-01-02T06:00:00Z' });
  const { RecoveryPoints } = await call(MEMBER, 'backup', 'ListRecoveryPointsByBackupVault', {
    BackupVaultName: 'vault',
  });
  expect(RecoveryPoints.map(({ Lifecycle }: Answer) => Lifecycle.DeleteAfterDays)).toEqual([40, 35]);
});

test('the switches of the management account count, not those of the member', async () => {
  const off = { ResourceTypeOptInPreference: { EFS: false } };
  await call(MEMBER, 'backup', 'UpdateRegionSettings', off);
  await server.operator('POST', 'clock', { to: '2027-01-03T06:00:00Z' });
  expect((await call(MEMBER, 'backup', 'ListBackupJobs')).BackupJobs).toHaveLength(3);
  await call(MANAGEMENT, 'backup', 'UpdateRegionSettings', off);
  await server.operator('POST', 'clock', { to: '2027-01-04T06:00:00Z' });
  expect((await call(MEMBER, 'backup', 'ListBackupJobs')).BackupJobs).toHaveLength(3);
});

test('an account that leaves, and one from which the policy is taken, has the plan no more', async () => {
  expect(await plansOf(DESTINATION)).toHaveLength(1);
  await call(DESTINATION, 'organizations', 'LeaveOrganization');
  expect(await plansOf(DESTINATION)).toEqual([]);
  expect(await plansOf(MEMBER)).toHaveLength(1);
  await organizations('DetachPolicy', { PolicyId: policyId, TargetId: rootId });
  expect(await plansOf(MEMBER)).toEqual([]);
});
