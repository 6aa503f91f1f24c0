import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { boto3Client } from './clients/boto3-client.ts';
import { cliClient } from './clients/cli-client.ts';
import { type AwsClient, AwsError, type Identity, REGION } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, MANAGEMENT, makeImage, roleArn, root, vaultArn, World } from './world.ts';

const CLIENTS: ReadonlyArray<{
  readonly name: string;
  readonly isThere: boolean;
  readonly open: (endpoint: string) => AwsClient;
}> = [
  { name: 'SDK for JavaScript v3', isThere: true, open: sdkClient },
  { name: 'boto3', isThere: existsSync('/usr/lib/python3/dist-packages/boto3'), open: boto3Client },
  { name: 'AWS CLI', isThere: existsSync('/usr/bin/aws'), open: cliClient },
];

const CROSS_REGION = 'eu-west-1';

// The matrix of the founding articles: before 23 October 2025, RDS went across Regions or across accounts, not both.
const FLAGS = ['--dev', '--clock', 'manual', '--as-of', '2025-06-30'];

for (const { name, isThere, open } of CLIENTS) {
  describe.skipIf(!isThere)(`the walk of the founding articles with ${name}`, () => {
    let server: ServerProcess;
    let world: World;
    let folder: string;
    let tree: string;
    let sourceAccount: string;
    let destinationAccount: string;
    let source: Identity;
    let destination: Identity;
    let destinationVault: string;
    const management = admin(MANAGEMENT);

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'crossvault-walk-'));
      tree = makeTree(path.join(folder, 'tree'));
      server = await startServerProcess({ flags: FLAGS });
      world = new World(open(server.url), server);
    });

    afterAll(async () => {
      await world?.client.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A session of the role that every new account has, as its management account takes it on. */
    const assume = async (account: string): Promise<Identity> => {
      const { Credentials } = await world.call(management, 'sts', 'AssumeRole', {
        RoleArn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`,
        RoleSessionName: 'walk',
      });
      const identity = {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        sessionToken: Credentials.SessionToken,
        region: REGION,
      };
      const { Account, Arn } = await world.call(identity, 'sts', 'GetCallerIdentity');
      expect(Account).toBe(account);
      expect(Arn).toBe(`arn:aws:sts::${account}:assumed-role/OrganizationAccountAccessRole/walk`);
      return identity;
    };

    const join = async (name: string): Promise<string> => {
      const { CreateAccountStatus } = await world.call(management, 'organizations', 'CreateAccount', {
        Email: `${name}@example.com`,
        AccountName: name,
      });
      const { CreateAccountStatus: done } = await world.call(
        management,
        'organizations',
        'DescribeCreateAccountStatus',
        { CreateAccountRequestId: CreateAccountStatus.Id },
      );
      expect(done.State).toBe('SUCCEEDED');
      return done.AccountId;
    };

    const point = async (resource: string, vault = 'production'): Promise<string> => {
      const job = await world.backUp(source, sourceAccount, { resource, vault });
      expect(job).toMatchObject({ State: 'COMPLETED' });
      return job.RecoveryPointArn!;
    };
    const copy = (request: { point: string; vault?: string; to?: string; role?: string }) =>
      world.copy(source, sourceAccount, { vault: 'production', to: destinationVault, ...request });
    const expectDenied = async (job: Promise<object>, sentence: string | RegExp, category?: string) => {
      const ended: { MessageCategory?: string } = await job;
      expect(ended).toMatchObject({
        State: 'FAILED',
        StatusMessage: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
      });
      // Debian's botocore is older than the member, and drops what its model does not know.
      if (category !== undefined && world.client.knowsMessageCategory) expect(ended.MessageCategory).toBe(category);
    };
    const expectCompleted = async (job: Promise<object>) => expect(await job).toMatchObject({ State: 'COMPLETED' });

    test('an organization of two new accounts comes into being, and their administrator role can be assumed', async () => {
      const { Organization } = await world.call(management, 'organizations', 'CreateOrganization', {
        FeatureSet: 'ALL',
      });
      expect(Organization).toMatchObject({ FeatureSet: 'ALL', MasterAccountId: MANAGEMENT });
      sourceAccount = await join('source');
      destinationAccount = await join('destination');
      source = await assume(sourceAccount);
      destination = await assume(destinationAccount);
      const { Accounts } = await world.call(management, 'organizations', 'ListAccounts');
      expect(Accounts.map(({ Id }: { Id: string }) => Id).sort()).toEqual(
        [MANAGEMENT, sourceAccount, destinationAccount].sort(),
      );
    });

    test('keys, roles, vaults, the vault access policy and the switch are set', async () => {
      for (const identity of [source, destination]) await world.makeRoles(identity);
      const sourceKey = await world.makeKey(source, keyPolicy(sourceAccount, destinationAccount));
      const destinationKey = await world.makeKey(destination);
      await world.makeVault(source, 'production', sourceKey);
      await world.makeVault(destination, 'offsite', destinationKey);
      destinationVault = vaultArn(destinationAccount, 'offsite');
      await world.call(destination, 'backup', 'PutBackupVaultAccessPolicy', {
        BackupVaultName: 'offsite',
        Policy: admitAccount(sourceAccount),
      });
      await world.call(management, 'backup', 'UpdateGlobalSettings', {
        GlobalSettings: { isCrossAccountBackupEnabled: 'true' },
      });
      const { GlobalSettings } = await world.call(source, 'backup', 'DescribeGlobalSettings');
      expect(GlobalSettings.isCrossAccountBackupEnabled).toBe('true');
      const vault = await world.call(destination, 'backup', 'DescribeBackupVault', { BackupVaultName: 'offsite' });
      expect(vault).toMatchObject({
        BackupVaultArn: destinationVault,
        EncryptionKeyArn: destinationKey,
        NumberOfRecoveryPoints: 0,
      });
    });

    test('a directory is backed up, copied, listed in the destination, restored there and identical', async () => {
      const resource = await world.register(sourceAccount, 'EFS', tree);
      const copied = await copy({ point: await point(resource) });
      expect(copied).toMatchObject({ State: 'COMPLETED' });
      const { RecoveryPoints } = await world.call(destination, 'backup', 'ListRecoveryPointsByBackupVault', {
        BackupVaultName: 'offsite',
      });
      expect(RecoveryPoints).toMatchObject([
        {
          RecoveryPointArn: copied.DestinationRecoveryPointArn,
          ResourceArn: resource,
          ResourceType: 'EFS',
          SourceBackupVaultArn: vaultArn(sourceAccount, 'production'),
        },
      ]);
      const target = path.join(folder, 'restored');
      const restored = await world.restore(destination, destinationAccount, {
        point: copied.DestinationRecoveryPointArn!,
        metadata: { restoreTo: pathToFileURL(target).href },
      });
      expect(restored).toMatchObject({ State: 'COMPLETED' });
      expect(await compareTrees(tree, target)).toMatchObject({ isSame: true, differences: [] });
    });

    test('1: accounts of different organizations are refused until one has moved', async () => {
      const outsider = '200000000002';
      await world.makeRoles(admin(outsider));
      await world.makeVault(admin(outsider), 'elsewhere', await world.makeKey(admin(outsider)));
      await world.call(admin(outsider), 'backup', 'PutBackupVaultAccessPolicy', {
        BackupVaultName: 'elsewhere',
        Policy: admitAccount(sourceAccount),
      });
      const recoveryPoint = await point(
        await world.register(sourceAccount, 'EBS', makeImage(path.join(folder, 'one.img'), 1)),
      );
      const request = { point: recoveryPoint, to: vaultArn(outsider, 'elsewhere') };
      await expectDenied(
        copy(request),
        'Copy job failed. Both source and destination account must be a member of the same organization.',
        'ACCESS_DENIED',
      );
      const { Handshake } = await world.call(management, 'organizations', 'InviteAccountToOrganization', {
        Target: { Id: outsider, Type: 'ACCOUNT' },
      });
      await world.call(admin(outsider), 'organizations', 'AcceptHandshake', { HandshakeId: Handshake.Id });
      await expectCompleted(copy(request));
    });

    test('2: RDS across Regions and accounts at once is refused; in two hops it arrives', async () => {
      const recoveryPoint = await point(await world.register(sourceAccount, 'RDS', path.join(tree, 'many')));
      const far = { ...destination, region: CROSS_REGION };
      await world.makeVault(far, 'far', await world.makeKey(far));
      await world.call(far, 'backup', 'PutBackupVaultAccessPolicy', {
        BackupVaultName: 'far',
        Policy: admitAccount(sourceAccount),
      });
      const to = vaultArn(destinationAccount, 'far', CROSS_REGION);
      await expectDenied(
        copy({ point: recoveryPoint, to }),
        `Copy job from ${REGION} to ${CROSS_REGION} cannot be initiated for RDS resources. Feature is not supported for provided resource type.`,
        'UNSUPPORTED_OPERATION',
      );
      const near = { ...source, region: CROSS_REGION };
      await world.makeVault(near, 'stop', await world.makeKey(near, keyPolicy(sourceAccount, destinationAccount)));
      const hop = await copy({ point: recoveryPoint, to: vaultArn(sourceAccount, 'stop', CROSS_REGION) });
      expect(hop).toMatchObject({ State: 'COMPLETED' });
      await expectCompleted(
        world.copy(near, sourceAccount, { point: hop.DestinationRecoveryPointArn!, vault: 'stop', to }),
      );
    });

    test('3: a destination vault under the default key is refused; another vault takes the copy', async () => {
      await world.makeVault(destination, 'plain');
      await world.call(destination, 'backup', 'PutBackupVaultAccessPolicy', {
        BackupVaultName: 'plain',
        Policy: admitAccount(sourceAccount),
      });
      const recoveryPoint = await point(
        await world.register(sourceAccount, 'EBS', makeImage(path.join(folder, 'three.img'), 3)),
      );
      await expectDenied(
        copy({ point: recoveryPoint, to: vaultArn(destinationAccount, 'plain') }),
        'Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by a customer master key (CMK) may be copied.',
        'ACCESS_DENIED',
      );
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('4: a snapshot under an AWS managed key is refused; restored under a customer key and backed up again it goes', async () => {
      const resource = await world.register(sourceAccount, 'EBS', makeImage(path.join(folder, 'four.img'), 4), {
        kmsKey: 'alias/aws/ebs',
      });
      const recoveryPoint = await point(resource);
      await expectDenied(
        copy({ point: recoveryPoint }),
        "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot. (Service: AmazonEC2; Status Code: 400; Error Code: InvalidParameter; Request ID: ; Proxy: null)",
        'ACCESS_DENIED',
      );
      const customerKey = await world.makeKey(source, keyPolicy(sourceAccount, destinationAccount));
      const restored = await world.restore(source, sourceAccount, {
        point: recoveryPoint,
        metadata: { encrypted: 'true', kmsKeyId: customerKey },
      });
      expect(restored).toMatchObject({ State: 'COMPLETED' });
      await expectCompleted(copy({ point: await point(restored.CreatedResourceArn!) }));
    });

    test('5: an RDS snapshot whose key does not admit the destination is refused until it does', async () => {
      const key = await world.makeKey(source, keyPolicy(sourceAccount));
      const recoveryPoint = await point(
        await world.register(sourceAccount, 'RDS', path.join(tree, 'many'), { kmsKey: key }),
      );
      await expectDenied(
        copy({ point: recoveryPoint }),
        /^The source snapshot KMS key .*does not exist, is not enabled or you do not have permissions to access it\.?$/,
      );
      await world.call(source, 'kms', 'PutKeyPolicy', {
        KeyId: key,
        PolicyName: 'default',
        Policy: keyPolicy(sourceAccount, destinationAccount),
      });
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('6: an image whose key does not admit the destination is refused until it does', async () => {
      const key = await world.makeKey(source, keyPolicy(sourceAccount));
      const image = makeImage(path.join(folder, 'six.img'), 6);
      const recoveryPoint = await point(await world.register(sourceAccount, 'EC2', image, { kmsKey: key }));
      await expectDenied(
        copy({ point: recoveryPoint }),
        'AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default CMK.',
        'KMS_KEY_ERROR',
      );
      await world.call(source, 'kms', 'PutKeyPolicy', {
        KeyId: key,
        PolicyName: 'default',
        Policy: keyPolicy(sourceAccount, destinationAccount),
      });
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('7: a destination vault whose policy does not admit the source is refused until it does', async () => {
      const recoveryPoint = await point(await world.register(sourceAccount, 'EFS', path.join(tree, 'many')));
      await world.call(destination, 'backup', 'DeleteBackupVaultAccessPolicy', { BackupVaultName: 'offsite' });
      await expectDenied(
        copy({ point: recoveryPoint }),
        'Access Denied trying to call AWS Backup service',
        'ACCESS_DENIED',
      );
      await world.call(destination, 'backup', 'PutBackupVaultAccessPolicy', {
        BackupVaultName: 'offsite',
        Policy: admitAccount(sourceAccount),
      });
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('8: a role that may not copy tags is refused until it may', async () => {
      const resource = await world.register(sourceAccount, 'EFS', path.join(tree, 'empty'), {
        tags: { team: 'storage' },
      });
      const recoveryPoint = await point(resource);
      const deny = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny', Action: ['backup:TagResource'], Resource: '*' }],
      });
      await world.call(source, 'iam', 'PutRolePolicy', {
        RoleName: 'AWSBackupCopyRole',
        PolicyName: 'no-tags',
        PolicyDocument: deny,
      });
      await expectDenied(
        copy({ point: recoveryPoint }),
        'We are unable to copy resource tags to your backup because of the Internal Failure.',
        'TAG_COPY_ERROR',
      );
      await world.call(source, 'iam', 'DeleteRolePolicy', { RoleName: 'AWSBackupCopyRole', PolicyName: 'no-tags' });
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('9: a tag that the tag policy does not allow is refused until the policy does', async () => {
      const resource = await world.register(sourceAccount, 'EFS', path.join(tree, 'empty'), {
        tags: { costcenter: 'none' },
      });
      const recoveryPoint = await point(resource);
      const { Roots } = await world.call(management, 'organizations', 'ListRoots');
      const content = (...values: string[]): string =>
        JSON.stringify({
          tags: {
            costcenter: {
              tag_key: { '@@assign': 'costcenter' },
              tag_value: { '@@assign': values },
              enforced_for: { '@@assign': ['backup:recovery-point'] },
            },
          },
        });
      await world.call(management, 'organizations', 'EnablePolicyType', {
        RootId: Roots[0].Id,
        PolicyType: 'TAG_POLICY',
      });
      const { Policy } = await world.call(management, 'organizations', 'CreatePolicy', {
        Name: 'cost-centers',
        Description: 'walk',
        Type: 'TAG_POLICY',
        Content: content('100', '200'),
      });
      await world.call(management, 'organizations', 'AttachPolicy', {
        PolicyId: Policy.PolicySummary.Id,
        TargetId: destinationAccount,
      });
      await expectDenied(
        copy({ point: recoveryPoint }),
        "The tag policy does not allow the specified value for the following tag key: 'costcenter'.",
      );
      await world.call(management, 'organizations', 'UpdatePolicy', {
        PolicyId: Policy.PolicySummary.Id,
        Content: content('100', 'none'),
      });
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('10: the switch is the management account’s, and takes fifteen minutes to go off', async () => {
      await expect(
        world.call(source, 'backup', 'UpdateGlobalSettings', {
          GlobalSettings: { isCrossAccountBackupEnabled: 'false' },
        }),
      ).rejects.toBeInstanceOf(AwsError);
      const recoveryPoint = await point(await world.register(sourceAccount, 'EFS', path.join(tree, 'empty')));
      const flip = (value: string) =>
        world.call(management, 'backup', 'UpdateGlobalSettings', {
          GlobalSettings: { isCrossAccountBackupEnabled: value },
        });
      await flip('false');
      await expectCompleted(copy({ point: recoveryPoint }));
      await server.operator('POST', 'clock', { advance: 'PT16M' });
      await expectDenied(
        copy({ point: recoveryPoint }),
        'Copy job failed. Cross-account copy feature is not enabled for the current organization.',
        'FEATURE_NOT_ENABLED',
      );
      await flip('true');
      await expectCompleted(copy({ point: recoveryPoint }));
    });

    test('11: a role that AWS Backup cannot assume is refused at once', async () => {
      const recoveryPoint = await point(await world.register(sourceAccount, 'EFS', path.join(tree, 'empty')));
      const trust = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: root(sourceAccount), Action: 'sts:AssumeRole' }],
      });
      await world.call(source, 'iam', 'CreateRole', { RoleName: 'NotForBackup', AssumeRolePolicyDocument: trust });
      const role = roleArn(sourceAccount).replace('AWSBackupCopyRole', 'NotForBackup');
      await expect(copy({ point: recoveryPoint, role })).rejects.toMatchObject({
        code: 'InvalidParameterValueException',
        message: expect.stringContaining('cannot be assumed by AWS Backup'),
      });
    });

    test('12: unknown points and vaults are refused at once', async () => {
      await expect(
        copy({
          point: `arn:aws:backup:${REGION}:${sourceAccount}:recovery-point:00000000-0000-4000-8000-000000000000`,
        }),
      ).rejects.toMatchObject({
        code: 'ResourceNotFoundException',
      });
      await expect(
        world.call(destination, 'backup', 'DescribeBackupVault', { BackupVaultName: 'nowhere' }),
      ).rejects.toMatchObject({
        message: expect.stringContaining('Insufficient privileges to perform this action.'),
      });
    });

    test('13: a recovery point that has gone cold stays where it is', async () => {
      const { BackupJobId } = await world.call(source, 'backup', 'StartBackupJob', {
        BackupVaultName: 'production',
        ResourceArn: await world.register(sourceAccount, 'EFS', path.join(tree, 'empty')),
        IamRoleArn: roleArn(sourceAccount),
        Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 },
      });
      const job = await world.until(() => world.call(source, 'backup', 'DescribeBackupJob', { BackupJobId }));
      await expectCompleted(copy({ point: job.RecoveryPointArn! }));
      await server.operator('POST', 'clock', { advance: 'P2D' });
      // Two days are longer than a session of an assumed role lives.
      await expect(copy({ point: job.RecoveryPointArn! })).rejects.toMatchObject({ code: 'ExpiredTokenException' });
      source = await assume(sourceAccount);
      const cold = { BackupVaultName: 'production', RecoveryPointArn: job.RecoveryPointArn! };
      expect(await world.call(source, 'backup', 'DescribeRecoveryPoint', cold)).toMatchObject({ StorageClass: 'COLD' });
      await expectDenied(
        copy({ point: job.RecoveryPointArn! }),
        'Copy job failed. Recovery points in cold storage cannot be copied.',
      );
    });
  });
}
