import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, makeImage, roleArn, vaultArn, World } from './world.ts';

export const ACCOUNT = '300000000001';
export const OTHER = '300000000002';

/** A Friday, before the plan's first night. */
const BEGIN = '2027-01-01T00:00:00.000Z';

/** What of a recovery point is the same in every run of the same set-up. */
export interface PointView {
  readonly vault: string;
  readonly resource: string;
  readonly created: string;
  readonly deleted: string | undefined;
  readonly storage: string;
}

/** Two accounts, a plan that backs up every night with two copy actions, and the server's clock in the test's hand. */
export class NightlyPlan {
  world!: World;
  server!: ServerProcess;
  readonly #folder: string;
  readonly #flags: readonly string[];

  constructor(folder: string, flags: readonly string[] = []) {
    this.#folder = folder;
    this.#flags = flags;
  }

  async start(): Promise<void> {
    const data = path.join(this.#folder, 'data');
    this.server = await startServerProcess({ flags: ['--dev', '--clock', 'manual', ...this.#flags], data });
    this.world = new World(sdkClient(this.server.url), this.server);
  }

  async stop(): Promise<void> {
    await this.world.client.close();
    await this.server.stop();
  }

  backup(operation: string, input: object = {}, account = ACCOUNT): Promise<Answer> {
    return this.world.call(admin(account), 'backup', operation, input);
  }

  async moveTo(date: string): Promise<string> {
    const { now } = await this.server.operator('POST', 'clock', { to: date });
    return now as unknown as string;
  }

  async advance(duration: string): Promise<void> {
    await this.server.operator('POST', 'clock', { advance: duration });
  }

  async setUp(): Promise<void> {
    await this.moveTo(BEGIN);
    const { world } = this;
    await world.organize(ACCOUNT, OTHER);
    for (const account of [ACCOUNT, OTHER]) await world.makeRoles(admin(account));
    await world.makeVault(admin(ACCOUNT), 'production', await world.makeKey(admin(ACCOUNT), keyPolicy(ACCOUNT, OTHER)));
    await world.makeVault(admin(ACCOUNT), 'beside', await world.makeKey(admin(ACCOUNT)));
    await world.makeVault(admin(OTHER), 'offsite', await world.makeKey(admin(OTHER)));
    await this.backup(
      'PutBackupVaultAccessPolicy',
      { BackupVaultName: 'offsite', Policy: admitAccount(ACCOUNT) },
      OTHER,
    );
    for (const name of ['home', 'mail']) await world.register(ACCOUNT, 'EFS', this.#tree(name), { name });
    await world.register(ACCOUNT, 'EBS', makeImage(path.join(this.#folder, 'disk.img'), 1), { name: 'disk' });
    await this.makePlan();
  }

  #tree(name: string): string {
    const folder = path.join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    for (const file of ['a', 'b']) writeFileSync(path.join(folder, file), `${name} ${file}`.repeat(100));
    return folder;
  }

  /** Every night at five: kept for 30 days, a copy beside it for 100 that goes cold after 8, and one offsite for 60. */
  async makePlan(): Promise<void> {
    const { BackupPlanId } = await this.backup('CreateBackupPlan', {
      BackupPlan: {
        BackupPlanName: 'nightly',
        Rules: [
          {
            RuleName: 'night',
            TargetBackupVaultName: 'production',
            ScheduleExpression: 'cron(0 5 * * ? *)',
            Lifecycle: { DeleteAfterDays: 30 },
            CopyActions: [
              {
                DestinationBackupVaultArn: vaultArn(ACCOUNT, 'beside'),
                Lifecycle: { MoveToColdStorageAfterDays: 8, DeleteAfterDays: 100 },
              },
              { DestinationBackupVaultArn: vaultArn(OTHER, 'offsite'), Lifecycle: { DeleteAfterDays: 60 } },
            ],
          },
        ],
      },
    });
    await this.backup('CreateBackupSelection', {
      BackupPlanId,
      BackupSelection: { SelectionName: 'all', IamRoleArn: roleArn(ACCOUNT), Resources: ['*'] },
    });
  }

  /** All points of a vault, oldest first. */
  async pointsIn(BackupVaultName: string, account = ACCOUNT): Promise<PointView[]> {
    const points: Answer[] = [];
    let NextToken: string | undefined;
    do {
      const page = await this.backup('ListRecoveryPointsByBackupVault', { BackupVaultName, NextToken }, account);
      points.push(...page.RecoveryPoints);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    const views = points.map((point): PointView => toView(point));
    return views.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }

  async allPoints(): Promise<PointView[]> {
    return [
      ...(await this.pointsIn('production')),
      ...(await this.pointsIn('beside')),
      ...(await this.pointsIn('offsite', OTHER)),
    ];
  }
}

const toView = (point: Answer): PointView => ({
  vault: point.BackupVaultName,
  created: point.CreationDate.toISOString(),
  resource: point.ResourceName,
  deleted: point.CalculatedLifecycle?.DeleteAt?.toISOString(),
  storage: point.Lifecycle?.MoveToColdStorageAfterDays === undefined ? 'warm for ever' : 'cold later',
});
