import type { CopyFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import type { PolicyPlace, Remedy } from '../remedy.ts';
import { documentChange } from './document-change.ts';

/** One call of AWS's API that a mend makes, with everything it takes. */
export interface AwsCall {
  readonly service: 'backup' | 'kms' | 'iam' | 'organizations' | 'ec2';
  /** `PutKeyPolicy` */
  readonly operation: string;
  readonly input: Readonly<Record<string, Input>>;
  /** Which account makes it; `null`: that of the organization's management, where it is not known. */
  readonly account: string | null;
  /** Absent for services that are everywhere. */
  readonly region?: string;
  /** A member of the answer (`KeyMetadata.Arn`) that a later call takes, under a name. */
  readonly saves?: { readonly name: string; readonly member: string };
}

type Input =
  | string
  | number
  | boolean
  | readonly Input[]
  | { readonly [member: string]: Input }
  /** What an earlier call saved. */
  | Saved;

export interface Saved {
  readonly saved: string;
}

export const isSaved = (input: Input): input is Saved =>
  typeof input === 'object' && !Array.isArray(input) && 'saved' in input;

/** The calls of a mend, in order. None where the document that it edits is not known: it must be read first. */
export function awsCalls(facts: CopyFacts, remedy: Remedy): readonly AwsCall[] {
  const change = documentChange(facts, remedy);
  if (change !== undefined) return [putDocument(facts, change.place, change.after)];
  return otherCalls(facts, remedy);
}

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
const nameOf = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);

function putDocument(facts: CopyFacts, place: PolicyPlace, document: string): AwsCall {
  switch (place.kind) {
    case 'vault-access': {
      const { vaultArn } = place;
      const input = { BackupVaultName: nameOf(vaultArn), Policy: document };
      return { ...at(vaultArn), service: 'backup', operation: 'PutBackupVaultAccessPolicy', input };
    }
    case 'key':
      return {
        ...at(place.keyArn),
        service: 'kms',
        operation: 'PutKeyPolicy',
        input: { KeyId: place.keyArn, PolicyName: 'default', Policy: document },
      };
    case 'trust':
      return {
        ...iam(place.roleArn),
        operation: 'UpdateAssumeRolePolicy',
        input: { RoleName: nameOf(place.roleArn), PolicyDocument: document },
      };
    case 'role-inline':
      return {
        ...iam(place.roleArn),
        operation: 'PutRolePolicy',
        input: { RoleName: nameOf(place.roleArn), PolicyName: place.policyName, PolicyDocument: document },
      };
    case 'managed-policy':
      return {
        ...iam(place.policyArn),
        operation: 'CreatePolicyVersion',
        input: { PolicyArn: place.policyArn, PolicyDocument: document, SetAsDefault: true },
      };
    case 'organization-policy':
      return {
        service: 'organizations',
        account: managementOf(facts),
        operation: 'UpdatePolicy',
        input: { PolicyId: place.policyId ?? place.origin, Content: document },
      };
  }
}

const at = (arn: string) => ({ account: accountOf(arn), region: regionOf(arn) });
const iam = (arn: string) => ({ service: 'iam', account: accountOf(arn) }) as const;

function managementOf({ source, destination }: CopyFacts): string | null {
  const known = [source.organization, destination.organization].find((each) => each !== null && !isUnknown(each));
  return known === undefined || known === null || isUnknown(known) ? null : known.managementAccount;
}

function otherCalls(facts: CopyFacts, remedy: Remedy): readonly AwsCall[] {
  switch (remedy.kind) {
    case 'create-role':
      return createRole(remedy);
    case 'attach-role-policy':
      return [attach(remedy)];
    case 'enable-cross-account-copy':
      return [
        {
          service: 'backup',
          operation: 'UpdateGlobalSettings',
          input: { GlobalSettings: { isCrossAccountBackupEnabled: 'true' } },
          account: remedy.managementAccount,
          region: facts.source.region,
        },
      ];
    case 'create-vault':
      return createVault(remedy);
    case 'enable-key':
      return [keyCall('EnableKey', remedy.keyArn)];
    case 'cancel-key-deletion':
      return [keyCall('CancelKeyDeletion', remedy.keyArn), keyCall('EnableKey', remedy.keyArn)];
    case 'create-service-linked-role':
      return [
        {
          service: 'iam',
          operation: 'CreateServiceLinkedRole',
          input: { AWSServiceName: 'backup.amazonaws.com' },
          account: remedy.account,
        },
      ];
    case 'request-retention':
      return [startCopy(facts, remedy.deleteAfterDays)];
    case 'tag-point':
      return retag(facts, remedy);
    case 'allow-image-account':
      return [allowImages(facts, remedy)];
    default:
      return [];
  }
}

function createRole({ roleArn, trust, policyArn }: Extract<Remedy, { kind: 'create-role' }>): readonly AwsCall[] {
  const path = /:role(\/.*\/)[^/]+$/.exec(roleArn)?.[1];
  return [
    {
      ...iam(roleArn),
      operation: 'CreateRole',
      input: {
        RoleName: nameOf(roleArn),
        ...(path !== undefined && { Path: path }),
        AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
      },
    },
    attach({ roleArn, policyArn }),
  ];
}

const attach = ({ roleArn, policyArn }: { roleArn: string; policyArn: string }): AwsCall => ({
  ...iam(roleArn),
  operation: 'AttachRolePolicy',
  input: { RoleName: nameOf(roleArn), PolicyArn: policyArn },
});

function createVault({ vaultArn, statements }: Extract<Remedy, { kind: 'create-vault' }>): readonly AwsCall[] {
  const BackupVaultName = nameOf(vaultArn);
  const key: AwsCall = {
    ...at(vaultArn),
    service: 'kms',
    operation: 'CreateKey',
    input: { Description: `Key of the backup vault ${BackupVaultName}` },
    saves: { name: 'KEY_ARN', member: 'KeyMetadata.Arn' },
  };
  const vault: AwsCall = {
    ...at(vaultArn),
    service: 'backup',
    operation: 'CreateBackupVault',
    input: { BackupVaultName, EncryptionKeyArn: { saved: 'KEY_ARN' } },
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const policy: AwsCall = {
    ...at(vaultArn),
    service: 'backup',
    operation: 'PutBackupVaultAccessPolicy',
    input: { BackupVaultName, Policy },
  };
  return [key, vault, ...(statements.length > 0 ? [policy] : [])];
}

const keyCall = (operation: string, keyArn: string): AwsCall => ({
  ...at(keyArn),
  service: 'kms',
  operation,
  input: { KeyId: keyArn },
});

function startCopy({ source, destination, role }: CopyFacts, days: number): AwsCall {
  return {
    service: 'backup',
    account: source.account,
    region: source.region,
    operation: 'StartCopyJob',
    input: {
      RecoveryPointArn: source.pointArn,
      SourceBackupVaultName: nameOf(source.vaultArn),
      DestinationBackupVaultArn: destination.vaultArn,
      IamRoleArn: role.arn,
      Lifecycle: { DeleteAfterDays: days },
    },
  };
}

function retag(facts: CopyFacts, remedy: Extract<Remedy, { kind: 'tag-point' }>): readonly AwsCall[] {
  const { account, region } = facts.source;
  const common = { service: 'backup', account, region } as const;
  const ResourceArn = remedy.pointArn;
  const untag: AwsCall = {
    ...common,
    operation: 'UntagResource',
    input: { ResourceArn, TagKeyList: remedy.removes },
  };
  const tag: AwsCall = { ...common, operation: 'TagResource', input: { ResourceArn, Tags: remedy.tags } };
  return [...(remedy.removes.length > 0 ? [untag] : []), ...(Object.keys(remedy.tags).length > 0 ? [tag] : [])];
}

/** The setting is replaced as a whole, so those that are allowed already are named as well. */
function allowImages(facts: CopyFacts, remedy: Extract<Remedy, { kind: 'allow-image-account' }>): AwsCall {
  const { allowedImageAccounts: allowed } = facts.destination;
  const known = allowed === null || isUnknown(allowed) ? [] : allowed;
  const ImageProviders = [...new Set([...known, remedy.imageAccount])];
  return {
    service: 'ec2',
    account: remedy.account,
    region: remedy.region,
    operation: 'ReplaceImageCriteriaInAllowedImagesSettings',
    input: { ImageCriteria: [{ ImageProviders }] },
  };
}
