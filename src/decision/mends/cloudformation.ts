import type { CopyFacts } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import type { AwsCall } from './aws-calls.ts';
import { awsCalls, isSaved } from './aws-calls.ts';
import { commandLine } from './command-line.ts';
import { toYaml } from './yaml.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/**
 * A mend as CloudFormation: resources with the properties that change, to be merged into the template that owns them. What no resource
 * type does is a comment with the command.
 */
export function cloudformation(facts: CopyFacts, remedy: Remedy): string {
  if (remedy.kind === 'request-retention') return retention(facts, remedy.deleteAfterDays);
  const calls = awsCalls(facts, remedy);
  const made = calls.map((call) => ({ call, resource: resourceOf(call) }));
  const resources = joined(made.flatMap(({ resource }) => (resource === undefined ? [] : [resource])));
  const comments = made.flatMap(({ call, resource }) =>
    resource === undefined ? [`# No resource type does this:\n# ${commandLine(call)}\n`] : [],
  );
  const template = Object.keys(resources).length > 0 ? toYaml({ Resources: resources }) : '';
  return [...comments, template].join('');
}

/** One resource a name: a vault and its policy are one. */
function joined(resources: readonly (readonly [string, Resource])[]): Readonly<Record<string, Resource>> {
  const all: Record<string, Resource> = {};
  for (const [name, { Type, Properties }] of resources) {
    all[name] = { Type, Properties: { ...all[name]?.Properties, ...Properties } };
  }
  return all;
}

function retention({ destination }: CopyFacts, days: number): string {
  const CopyActions = [{ DestinationBackupVaultArn: destination.vaultArn, Lifecycle: { DeleteAfterDays: days } }];
  return `# in the rule of the AWS::Backup::BackupPlan\n${toYaml({ CopyActions })}`;
}

const text = (value: AwsCall['input'][string] | undefined): string => (typeof value === 'string' ? value : '');
const parsed = (value: AwsCall['input'][string] | undefined): unknown => JSON.parse(text(value));
const logical = (kind: string, name: string): string => `${kind}${name.replace(/[^A-Za-z0-9]+/g, '')}`;

function resourceOf({ operation, input }: AwsCall): readonly [string, Resource] | undefined {
  const role = text(input.RoleName);
  switch (operation) {
    case 'PutBackupVaultAccessPolicy': {
      const name = text(input.BackupVaultName);
      return vault(name, { AccessPolicy: parsed(input.Policy) });
    }
    case 'CreateBackupVault': {
      const key = input.EncryptionKeyArn;
      const isNew = typeof key === 'object' && isSaved(key);
      return vault(text(input.BackupVaultName), {
        EncryptionKeyArn: isNew ? { 'Fn::GetAtt': ['BackupKey', 'Arn'] } : text(key),
      });
    }
    case 'CreateKey':
      return ['BackupKey', { Type: 'AWS::KMS::Key', Properties: { Description: text(input.Description) } }];
    case 'PutKeyPolicy':
      return key(text(input.KeyId), { KeyPolicy: parsed(input.Policy) });
    case 'EnableKey':
      return key(text(input.KeyId), { Enabled: true });
    case 'UpdateAssumeRolePolicy':
      return iamRole(role, { AssumeRolePolicyDocument: parsed(input.PolicyDocument) });
    case 'CreateRole':
      return iamRole(role, {
        ...(input.Path !== undefined && { Path: input.Path }),
        AssumeRolePolicyDocument: parsed(input.AssumeRolePolicyDocument),
      });
    case 'AttachRolePolicy':
      return iamRole(role, { ManagedPolicyArns: [text(input.PolicyArn)] });
    default:
      return otherResourceOf(operation, input);
  }
}

function otherResourceOf(operation: string, input: AwsCall['input']): readonly [string, Resource] | undefined {
  switch (operation) {
    case 'PutRolePolicy': {
      const [RoleName, PolicyName] = [text(input.RoleName), text(input.PolicyName)];
      const Properties = { RoleName, PolicyName, PolicyDocument: parsed(input.PolicyDocument) };
      return [logical('Policy', PolicyName), { Type: 'AWS::IAM::RolePolicy', Properties }];
    }
    case 'CreatePolicyVersion': {
      const arn = text(input.PolicyArn);
      const name = arn.slice(arn.lastIndexOf('/') + 1);
      const Properties = { ManagedPolicyName: name, PolicyDocument: parsed(input.PolicyDocument) };
      return [logical('Policy', name), { Type: 'AWS::IAM::ManagedPolicy', Properties }];
    }
    case 'UpdatePolicy':
      return [
        logical('Policy', text(input.PolicyId)),
        { Type: 'AWS::Organizations::Policy', Properties: { Content: parsed(input.Content) } },
      ];
    case 'CreateServiceLinkedRole':
      return [
        'BackupServiceLinkedRole',
        { Type: 'AWS::IAM::ServiceLinkedRole', Properties: { AWSServiceName: text(input.AWSServiceName) } },
      ];
    default:
      return undefined;
  }
}

const vault = (name: string, properties: Resource['Properties']): readonly [string, Resource] => [
  logical('Vault', name),
  { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: name, ...properties } },
];

const key = (arn: string, properties: Resource['Properties']): readonly [string, Resource] => [
  logical('Key', arn.slice(-12)),
  { Type: 'AWS::KMS::Key', Properties: properties },
];

const iamRole = (name: string, properties: Resource['Properties']): readonly [string, Resource] => [
  logical('Role', name),
  { Type: 'AWS::IAM::Role', Properties: { RoleName: name, ...properties } },
];
