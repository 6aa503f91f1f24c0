import { createHash } from 'node:crypto';
import { partitionOf } from '../../model/region.ts';
import type { ResourceType } from '../../model/resource-type.ts';
import { newResourceId, resourceArn } from '../../model/resource-type.ts';
import { foreseeDocument } from './policy-document.ts';
import type { Providers } from './providers.ts';
import { argumentOf, type Foresee, type Planned, type Scope } from './scope.ts';

/** What AWS Backup protects, by Terraform's names. The name of a resource stands in the argument of the second column. */
export const PROTECTED: Readonly<Record<string, { readonly type: ResourceType; readonly name?: string }>> = {
  aws_ebs_volume: { type: 'EBS' },
  aws_instance: { type: 'EC2' },
  aws_db_instance: { type: 'RDS', name: 'identifier' },
  aws_rds_cluster: { type: 'Aurora', name: 'cluster_identifier' },
  aws_docdb_cluster: { type: 'DocumentDB', name: 'cluster_identifier' },
  aws_neptune_cluster: { type: 'Neptune', name: 'cluster_identifier' },
  aws_dynamodb_table: { type: 'DynamoDB', name: 'name' },
  aws_efs_file_system: { type: 'EFS' },
  aws_fsx_lustre_file_system: { type: 'FSx' },
  aws_fsx_windows_file_system: { type: 'FSx' },
  aws_fsx_openzfs_file_system: { type: 'FSx' },
  aws_s3_bucket: { type: 'S3', name: 'bucket' },
};

/**
 * Attributes that AWS will give out: ARNs follow from names, ids are stand-ins in AWS's shape that are the same each time. Policies follow
 * from the blocks of their data source.
 */
export function openForesight(scope: Scope, providers: Providers): Foresee {
  const nameOf = (resource: Planned, attribute: string): string => {
    const name = argumentOf(scope, resource, attribute, foresee);
    if (typeof name === 'string' && name !== '') return name;
    const { name_prefix: prefix } = resource.values;
    return `${typeof prefix === 'string' ? prefix : ''}${standInName(resource)}`;
  };

  function foresee(resource: Planned, attribute: string): unknown {
    const { type, mode } = resource;
    if (mode === 'data' && type === 'aws_iam_policy_document') {
      return attribute === 'json' || attribute === 'minified_json'
        ? foreseeDocument(scope, resource, foresee)
        : undefined;
    }
    if (mode === 'data' && type === 'aws_caller_identity' && attribute === 'account_id')
      return providers.siteOf(resource).account;
    if (attribute === 'name' && NAMED.has(type)) return nameOf(resource, 'name');
    if (KEYS.has(type)) return ofKey(resource, attribute);
    if (attribute === 'arn') return arnOf(resource);
    if (attribute === 'id' || attribute === 'plan_id') return idOf(resource);
    if (type === 'aws_kms_alias' && attribute === 'target_key_arn')
      return argumentOf(scope, resource, 'target_key_id', foresee);
    return undefined;
  }

  function ofKey(resource: Planned, attribute: string): string | undefined {
    const id = uuidOf(resource);
    if (attribute === 'arn') return arn(resource, 'kms', `key/${id}`);
    return attribute === 'key_id' || attribute === 'id' ? id : undefined;
  }

  const arn = (resource: Planned, service: string, name: string): string => {
    const { account, region } = providers.siteOf(resource);
    return `arn:${partitionOf(region)}:${service}:${service === 'iam' ? '' : region}:${account}:${name}`;
  };

  const withPath = (resource: Planned, kind: string): string => {
    const path = typeof resource.values.path === 'string' ? resource.values.path : '/';
    return arn(resource, 'iam', `${kind}${path}${nameOf(resource, 'name')}`);
  };

  function arnOf(resource: Planned): string | undefined {
    switch (resource.type) {
      case 'aws_backup_vault':
      case 'aws_backup_logically_air_gapped_vault':
        return arn(resource, 'backup', `backup-vault:${nameOf(resource, 'name')}`);
      case 'aws_backup_plan':
        return arn(resource, 'backup', `backup-plan:${uuidOf(resource)}`);
      case 'aws_iam_role':
        return withPath(resource, 'role');
      case 'aws_iam_policy':
        return withPath(resource, 'policy');
      default:
        return arnOfProtected(resource);
    }
  }

  function arnOfProtected(resource: Planned): string | undefined {
    const kind = Object.hasOwn(PROTECTED, resource.type) ? PROTECTED[resource.type] : undefined;
    if (kind === undefined) return undefined;
    const digest = digestOf(resource);
    const random = { bytes: (count: number) => new Uint8Array(digest.subarray(0, count)) };
    const id = kind.name === undefined ? newResourceId(kind.type, random) : nameOf(resource, kind.name);
    return resourceArn({ type: kind.type, ...providers.siteOf(resource), id });
  }

  function idOf(resource: Planned): string | undefined {
    switch (resource.type) {
      case 'aws_backup_vault':
      case 'aws_backup_logically_air_gapped_vault':
      case 'aws_iam_role':
        return nameOf(resource, 'name');
      case 'aws_backup_plan':
      case 'aws_organizations_policy':
        return uuidOf(resource);
      case 'aws_iam_policy':
        return arnOf(resource);
      default:
        return arnOfProtected(resource)?.split(/[:/]/).at(-1);
    }
  }

  return foresee;
}

const NAMED: ReadonlySet<string> = new Set(['aws_iam_role', 'aws_iam_policy', 'aws_backup_vault']);
const KEYS: ReadonlySet<string> = new Set(['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key']);

/** A name that AWS or Terraform is going to draw. */
const standInName = (resource: Planned): string => `terraform-${resource.name}`;

const digestOf = ({ address }: Planned): Buffer => createHash('sha256').update(address).digest();

export function uuidOf(resource: Planned): string {
  const hex = digestOf(resource).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
