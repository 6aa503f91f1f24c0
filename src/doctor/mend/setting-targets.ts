import {
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  DescribeGlobalSettingsCommand,
  ListTagsCommand,
  PutBackupVaultAccessPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateGlobalSettingsCommand,
} from '@aws-sdk/client-backup';
import {
  GetAllowedImagesSettingsCommand,
  ReplaceImageCriteriaInAllowedImagesSettingsCommand,
} from '@aws-sdk/client-ec2';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { CancelKeyDeletionCommand, CreateKeyCommand, DescribeKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import type { PolicyStatement, Remedy } from '../../decision/remedy.ts';
import type { Hand } from './hands.ts';
import { orNull } from './or-null.ts';
import { regionOf, roleName, vaultNamed } from './policy-targets.ts';
import type { Intention, Target } from './target.ts';

/*
 * What is no document: switches, states, things to be made. Each is shown as JSON, so that one form of difference serves all.
 */

type Of<Kind extends Remedy['kind']> = Extract<Remedy, { kind: Kind }>;

const json = (value: unknown): string => JSON.stringify(value);
const policy = (statements: readonly PolicyStatement[]): object => ({ Version: '2012-10-17', Statement: statements });
const becomes = (target: Target, value: unknown): Intention => ({ target, next: () => json(value) });

export function crossAccountSwitch({ backup, homeRegion }: Hand): Intention {
  const client = backup(homeRegion);
  return becomes(
    {
      name: 'global settings of AWS Backup',
      calls: ['backup:UpdateGlobalSettings'],
      async read() {
        const { GlobalSettings } = await client.send(new DescribeGlobalSettingsCommand({}));
        return json({ isCrossAccountBackupEnabled: GlobalSettings?.isCrossAccountBackupEnabled ?? 'false' });
      },
      async write(next) {
        await client.send(new UpdateGlobalSettingsCommand({ GlobalSettings: JSON.parse(next) }));
      },
    },
    { isCrossAccountBackupEnabled: 'true' },
  );
}

export function keyState(keyArn: string, { kms }: Hand): Intention {
  const client = kms(regionOf(keyArn));
  const stateOf = async (): Promise<string | undefined> =>
    (await client.send(new DescribeKeyCommand({ KeyId: keyArn }))).KeyMetadata?.KeyState;
  return becomes(
    {
      name: `key ${keyArn}`,
      calls: ['kms:CancelKeyDeletion', 'kms:EnableKey'],
      read: async () => json({ KeyState: await stateOf() }),
      async write() {
        if ((await stateOf()) === 'PendingDeletion') await client.send(new CancelKeyDeletionCommand({ KeyId: keyArn }));
        await client.send(new EnableKeyCommand({ KeyId: keyArn }));
      },
    },
    { KeyState: 'Enabled' },
  );
}

export function serviceLinkedRole({ iam, account }: Hand): Intention {
  const RoleName = 'AWSServiceRoleForBackup';
  return becomes(
    {
      name: `service-linked role of AWS Backup in account ${account}`,
      calls: ['iam:CreateServiceLinkedRole'],
      read: () =>
        orNull(async () => ((await iam.send(new GetRoleCommand({ RoleName }))).Role ? json({ RoleName }) : undefined)),
      async write() {
        await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'backup.amazonaws.com' }));
      },
    },
    { RoleName },
  );
}

export function newRole({ roleArn, trust, policyArn }: Of<'create-role'>, { iam }: Hand): Intention {
  const RoleName = roleName(roleArn);
  const Path = `/${roleArn
    .split(':role/')[1]!
    .split('/')
    .slice(0, -1)
    .map((part) => `${part}/`)
    .join('')}`;
  const described = { RoleName, Path, AssumeRolePolicyDocument: policy([trust]), AttachedPolicies: [policyArn] };
  return becomes(
    {
      name: `role ${roleArn}`,
      calls: ['iam:CreateRole', 'iam:AttachRolePolicy'],
      read: () =>
        orNull(async () => ((await iam.send(new GetRoleCommand({ RoleName }))).Role ? json({ RoleName }) : undefined)),
      async write() {
        const AssumeRolePolicyDocument = json(policy([trust]));
        await iam.send(new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument }));
        await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: policyArn }));
      },
    },
    described,
  );
}

export function attachedPolicy({ roleArn, policyArn }: Of<'attach-role-policy'>, { iam }: Hand): Intention {
  const RoleName = roleName(roleArn);
  return {
    target: {
      name: `managed policies of ${roleArn}`,
      calls: ['iam:AttachRolePolicy'],
      async read() {
        const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
        return json(AttachedPolicies.map(({ PolicyArn }) => PolicyArn));
      },
      async write() {
        await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: policyArn }));
      },
    },
    next: (before) => json([...new Set([...(JSON.parse(before ?? '[]') as string[]), policyArn])]),
  };
}

export function newVault({ vaultArn, statements }: Of<'create-vault'>, { backup, kms }: Hand): Intention {
  const { region, BackupVaultName } = vaultNamed(vaultArn);
  const client = backup(region);
  const described = {
    BackupVaultName,
    EncryptionKeyArn: 'a new customer managed key',
    ...(statements.length > 0 && { AccessPolicy: policy(statements) }),
  };
  return becomes(
    {
      name: `vault ${vaultArn}`,
      calls: ['kms:CreateKey', 'backup:CreateBackupVault', 'backup:PutBackupVaultAccessPolicy'],
      async read() {
        try {
          await client.send(new DescribeBackupVaultCommand({ BackupVaultName }));
          return json({ BackupVaultName });
        } catch (error) {
          // AWS answers for a vault that is not there as for one that may not be seen.
          if (['AccessDeniedException', 'ResourceNotFoundException'].includes((error as Error).name)) return null;
          throw error;
        }
      },
      async write() {
        const key = await kms(region).send(
          new CreateKeyCommand({ Description: `AWS Backup vault ${BackupVaultName}` }),
        );
        await client.send(new CreateBackupVaultCommand({ BackupVaultName, EncryptionKeyArn: key.KeyMetadata?.Arn }));
        if (statements.length === 0) return;
        const Policy = json(policy(statements));
        await client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName, Policy }));
      },
    },
    described,
  );
}

export function pointTags({ pointArn, removes, tags }: Of<'tag-point'>, region: string, { backup }: Hand): Intention {
  const client = backup(region);
  return {
    target: {
      name: `tags of ${pointArn}`,
      calls: ['backup:UntagResource', 'backup:TagResource'],
      read: async () => json((await client.send(new ListTagsCommand({ ResourceArn: pointArn }))).Tags ?? {}),
      async write() {
        if (removes.length > 0) {
          await client.send(new UntagResourceCommand({ ResourceArn: pointArn, TagKeyList: [...removes] }));
        }
        if (Object.keys(tags).length > 0) {
          await client.send(new TagResourceCommand({ ResourceArn: pointArn, Tags: { ...tags } }));
        }
      },
    },
    next(before) {
      const known = Object.entries(JSON.parse(before ?? '{}') as Record<string, string>);
      return json({ ...Object.fromEntries(known.filter(([name]) => !removes.includes(name))), ...tags });
    },
  };
}

export function allowedImages({ region, imageAccount }: Of<'allow-image-account'>, { ec2 }: Hand): Intention {
  const client = ec2(region);
  return {
    target: {
      name: `Allowed AMIs in ${region}`,
      calls: ['ec2:ReplaceImageCriteriaInAllowedImagesSettings'],
      async read() {
        const { ImageCriteria = [] } = await client.send(new GetAllowedImagesSettingsCommand({}));
        return json({ ImageCriteria });
      },
      async write(next) {
        await client.send(new ReplaceImageCriteriaInAllowedImagesSettingsCommand(JSON.parse(next)));
      },
    },
    next(before) {
      const { ImageCriteria = [] } = JSON.parse(before ?? '{}') as { ImageCriteria?: object[] };
      return json({ ImageCriteria: [...ImageCriteria, { ImageProviders: [imageAccount] }] });
    },
  };
}
