import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { backupOperations } from '../../aws/services/backup/operations.ts';
import { iamOperations } from '../../aws/services/iam/operations.ts';
import { kmsOperations } from '../../aws/services/kms/operations.ts';
import type { OperationTable } from '../../aws/services/operation.ts';
import type { Principal } from '../../model/principal.ts';
import { registerResource } from '../../storage/records/resources.ts';
import { invariant } from '../../util/invariant.ts';
import { type Assembly, assemble } from '../assemble.ts';
import type { ServerConfig } from '../config.ts';
import { operatorApi } from '../operator/operator-api.ts';
import { testConfig } from './test-config.ts';

const ACCOUNT = '111111111111';
const REGION = 'eu-central-1';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/Copy`;
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

// biome-ignore lint/suspicious/noExplicitAny: answers of whatever operation is called
type Answer = any;

/**
 * A server without its listener, for tests of what jobs do to bytes: one account with two vaults, `near` and `far`, each under a key of its own, and a
 * directory that is a protected resource. On a manual clock; close and reopen as often as you like.
 */
export class TwoVaults {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'crossvault-two-vaults-'));
  readonly data = path.join(this.folder, 'data');
  readonly source = path.join(this.folder, 'source');
  readonly keys = { near: '', far: '' };
  resourceArn = '';
  #assembly: Assembly | undefined;
  #administrator: Principal | undefined;

  static async open(change: Partial<ServerConfig> = {}): Promise<TwoVaults> {
    const world = new TwoVaults();
    await world.start(change);
    await world.#furnish();
    return world;
  }

  get assembly(): Assembly {
    invariant(this.#assembly, 'the server of a test runs');
    return this.#assembly;
  }

  async start(change: Partial<ServerConfig> = {}): Promise<void> {
    this.#assembly = await assemble(testConfig(this.data, { sourceRoots: [this.folder], ...change }));
    this.#administrator = (await this.assembly.credentials.find(ACCOUNT))!.principal;
    this.assembly.runner.start();
    this.assembly.book.start();
  }

  async stop(): Promise<void> {
    await this.#assembly?.close();
    this.#assembly = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #furnish(): Promise<void> {
    await this.iam('CreateRole', { RoleName: 'Copy', AssumeRolePolicyDocument: TRUST });
    for (const name of ['ForBackup', 'ForRestores']) {
      const PolicyArn = `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicy${name}`;
      await this.iam('AttachRolePolicy', { RoleName: 'Copy', PolicyArn });
    }
    for (const name of ['near', 'far'] as const) {
      this.keys[name] = (await this.kms('CreateKey', {})).KeyMetadata.Arn;
      await this.backup('CreateBackupVault', { BackupVaultName: name, EncryptionKeyArn: this.keys[name] });
    }
    mkdirSync(path.join(this.source, 'below'), { recursive: true });
    for (let file = 0; file < 20; file += 1) writeFileSync(path.join(this.source, 'below', `${file}`), `file ${file}`);
    writeFileSync(path.join(this.source, 'large'), Buffer.alloc(3_000_000, 'large '));
    const { records, random, clock } = this.assembly;
    const resource = {
      account: ACCOUNT,
      region: REGION,
      type: 'EFS',
      source: pathToFileURL(this.source).href,
      tags: { team: 'storage' },
    } as const;
    const made = await records.write((db) => registerResource(db, resource, { random, now: clock.now() }));
    this.resourceArn = made!.arn;
  }

  /** Makes a disk image, an EBS volume under that key, the resource that is backed up from now on. */
  async useImage(file: string, kmsKeyArn: string): Promise<void> {
    const { records, random } = this.assembly;
    const disk = {
      account: ACCOUNT,
      region: REGION,
      type: 'EBS',
      source: pathToFileURL(file).href,
      kmsKeyArn,
    } as const;
    const made = await records.write((db) => registerResource(db, disk, { random, now: 0 }));
    this.resourceArn = made!.arn;
  }

  backup = (operation: string, input: object): Promise<Answer> => this.#call(backupOperations, operation, input);
  iam = (operation: string, input: object): Promise<Answer> => this.#call(iamOperations, operation, input);
  kms = (operation: string, input: object): Promise<Answer> => this.#call(kmsOperations, operation, input);

  async #call(table: OperationTable, operation: string, input: object): Promise<Answer> {
    const { services, clock } = this.assembly;
    const now = clock.now();
    const from = { sourceIp: '127.0.0.1', userAgent: 'test', isSecure: true, requestId: 'test' };
    return await table[operation]!(services, input, { principal: this.#administrator!, region: REGION, ...from, now });
  }

  /** Backs the resource up into a vault and waits; the job as it ended. */
  async backUp(vault = 'near', more: object = {}): Promise<Answer> {
    const input = { BackupVaultName: vault, ResourceArn: this.resourceArn, IamRoleArn: ROLE, ...more };
    const { BackupJobId } = await this.backup('StartBackupJob', input);
    return await this.ended('DescribeBackupJob', { BackupJobId }, (answer) => answer);
  }

  async startCopy(recoveryPointArn: string, more: object = {}): Promise<string> {
    const { CopyJobId } = await this.backup('StartCopyJob', {
      RecoveryPointArn: recoveryPointArn,
      SourceBackupVaultName: 'near',
      DestinationBackupVaultArn: `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:far`,
      IamRoleArn: ROLE,
      ...more,
    });
    return CopyJobId;
  }

  async copy(recoveryPointArn: string, more: object = {}): Promise<Answer> {
    const CopyJobId = await this.startCopy(recoveryPointArn, more);
    return await this.ended('DescribeCopyJob', { CopyJobId }, ({ CopyJob }) => CopyJob);
  }

  async restore(recoveryPointArn: string, metadata: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const input = { RecoveryPointArn: recoveryPointArn, IamRoleArn: ROLE, Metadata: metadata };
    const { RestoreJobId } = await this.backup('StartRestoreJob', input);
    return await this.ended('DescribeRestoreJob', { RestoreJobId }, (answer) => ({ State: answer.Status, ...answer }));
  }

  /** Where a restore without a wish of its own lies. */
  restored({ RestoreJobId }: { RestoreJobId: string }): string {
    return path.join(this.data, 'restores', RestoreJobId);
  }

  async ended(operation: string, input: object, jobOf: (answer: Answer) => Answer): Promise<Answer> {
    await this.assembly.runner.settled();
    return jobOf(await this.backup(operation, input));
  }

  async operator(method: string, route: string, body?: object): Promise<{ status: number; answer: Answer }> {
    const request = new Request(`http://127.0.0.1:4577/_crossvault/${route}`, {
      method,
      headers: { host: '127.0.0.1:4577', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await operatorApi(this.assembly).fetch(request);
    return { status: response.status, answer: await response.json() };
  }

  /** Files of the blob store whose name matches. */
  async blobs(pattern: RegExp): Promise<string[]> {
    const names: string[] = [];
    for await (const { name } of this.assembly.blobs.list('')) if (pattern.test(name)) names.push(name);
    return names.sort();
  }
}
