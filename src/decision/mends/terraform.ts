import type { CopyFacts } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import type { AwsCall } from './aws-calls.ts';
import { awsCalls, isSaved } from './aws-calls.ts';
import { commandLine } from './command-line.ts';
import { label, quoted, toHcl } from './hcl.ts';

/**
 * A mend as Terraform (AWS provider): whole resources as they should stand, to be merged into the configuration that owns them. What no
 * resource of the provider does is a comment with the command.
 */
export function terraform(facts: CopyFacts, remedy: Remedy): string {
  if (remedy.kind === 'request-retention') return retention(facts, remedy.deleteAfterDays);
  return awsCalls(facts, remedy).map(resourceOf).join('\n');
}

function retention({ destination }: CopyFacts, days: number): string {
  return [
    '# in the rule of the aws_backup_plan',
    'copy_action {',
    `  destination_vault_arn = ${quoted(destination.vaultArn)}`,
    '  lifecycle {',
    `    delete_after = ${days}`,
    '  }',
    '}',
    '',
  ].join('\n');
}

const text = (value: AwsCall['input'][string] | undefined): string => (typeof value === 'string' ? value : '');

function resourceOf(call: AwsCall): string {
  const { operation, input } = call;
  switch (operation) {
    case 'PutBackupVaultAccessPolicy': {
      const name = text(input.BackupVaultName);
      return resource('aws_backup_vault_policy', name, {
        backup_vault_name: quoted(name),
        policy: encoded(input.Policy),
      });
    }
    case 'PutKeyPolicy':
      return resource('aws_kms_key_policy', `key_${text(input.KeyId).slice(-12)}`, {
        key_id: quoted(text(input.KeyId)),
        policy: encoded(input.Policy),
      });
    case 'UpdateAssumeRolePolicy':
      return resource('aws_iam_role', text(input.RoleName), {
        name: quoted(text(input.RoleName)),
        assume_role_policy: encoded(input.PolicyDocument),
      });
    case 'CreateRole':
      return resource('aws_iam_role', text(input.RoleName), {
        name: quoted(text(input.RoleName)),
        ...(input.Path !== undefined && { path: quoted(text(input.Path)) }),
        assume_role_policy: encoded(input.AssumeRolePolicyDocument),
      });
    case 'AttachRolePolicy':
      return resource('aws_iam_role_policy_attachment', `${text(input.RoleName)}_backup`, {
        role: quoted(text(input.RoleName)),
        policy_arn: quoted(text(input.PolicyArn)),
      });
    case 'PutRolePolicy':
      return resource('aws_iam_role_policy', `${text(input.RoleName)}_${text(input.PolicyName)}`, {
        name: quoted(text(input.PolicyName)),
        role: quoted(text(input.RoleName)),
        policy: encoded(input.PolicyDocument),
      });
    case 'CreatePolicyVersion': {
      const arn = text(input.PolicyArn);
      const name = arn.slice(arn.lastIndexOf('/') + 1);
      return resource('aws_iam_policy', name, { name: quoted(name), policy: encoded(input.PolicyDocument) });
    }
    default:
      return otherResourceOf(call);
  }
}

function otherResourceOf(call: AwsCall): string {
  const { operation, input } = call;
  switch (operation) {
    case 'UpdatePolicy':
      return resource('aws_organizations_policy', text(input.PolicyId), {
        content: encoded(input.Content),
        '# imported as': text(input.PolicyId),
      });
    case 'UpdateGlobalSettings':
      return resource('aws_backup_global_settings', 'this', { global_settings: toHcl(input.GlobalSettings, 1) });
    case 'CreateServiceLinkedRole':
      return resource('aws_iam_service_linked_role', 'backup', {
        aws_service_name: quoted(text(input.AWSServiceName)),
      });
    case 'CreateKey':
      return resource('aws_kms_key', 'backup', { description: quoted(text(input.Description)) });
    case 'CreateBackupVault': {
      const name = text(input.BackupVaultName);
      const key = input.EncryptionKeyArn;
      const isNew = typeof key === 'object' && isSaved(key);
      return resource('aws_backup_vault', name, {
        name: quoted(name),
        kms_key_arn: isNew ? 'aws_kms_key.backup.arn' : quoted(text(key)),
      });
    }
    case 'EnableKey':
      return resource('aws_kms_key', `key_${text(input.KeyId).slice(-12)}`, {
        is_enabled: 'true',
        '# imported as': text(input.KeyId),
      });
    case 'ReplaceImageCriteriaInAllowedImagesSettings': {
      const [criteria] = input.ImageCriteria as readonly { readonly ImageProviders: readonly string[] }[];
      const providers = toHcl(criteria?.ImageProviders ?? []);
      return `resource "aws_ec2_allowed_images_settings" "this" {\n  state = "enabled"\n  image_criterion {\n    image_providers = ${providers}\n  }\n}\n`;
    }
    default:
      return `# No resource of Terraform does this:\n# ${commandLine(call)}\n`;
  }
}

function resource(type: string, name: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) =>
    key.startsWith('#') ? `  ${key} ${value}` : `  ${key} = ${value}`,
  );
  return `resource "${type}" "${label(name)}" {\n${lines.join('\n')}\n}\n`;
}

const encoded = (document: AwsCall['input'][string] | undefined): string =>
  `jsonencode(${toHcl(JSON.parse(text(document)), 1)})`;
