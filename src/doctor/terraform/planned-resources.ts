import type { Fact } from '../../decision/facts.ts';
import { unknownFor } from '../../decision/facts.ts';
import type { ResourceFacts } from '../live/read-resource.ts';
import type { Blueprint } from './blueprint.ts';
import { PROTECTED } from './foresee.ts';
import type { Planned } from './scope.ts';

/** What the plan makes that AWS Backup may protect, by ARN. */
export function plannedResources(blueprint: Blueprint): ReadonlyMap<string, ResourceFacts> {
  const found = blueprint.scope
    .ofType(...Object.keys(PROTECTED))
    .map((resource): readonly [string, ResourceFacts] | undefined => {
      const arn = blueprint.text(resource, 'arn');
      return arn === undefined ? undefined : [arn, toResource(blueprint, resource)];
    });
  return new Map(found.filter((each) => each !== undefined));
}

function toResource(blueprint: Blueprint, resource: Planned): ResourceFacts {
  const kind = PROTECTED[resource.type]!;
  const engine = resource.values.engine;
  const isMultiAzCluster =
    resource.type === 'aws_rds_cluster' && typeof engine === 'string' && !engine.startsWith('aurora');
  const fsxType = /^aws_fsx_(\w+?)_/.exec(resource.type)?.[1]?.toUpperCase();
  return {
    type: isMultiAzCluster ? 'RDS' : kind.type,
    attributes: {
      ...(isMultiAzCluster && { isMultiAzCluster }),
      ...((fsxType === 'LUSTRE' || fsxType === 'WINDOWS' || fsxType === 'OPENZFS') && { fsxType }),
    },
    ...(kind.type === 'EC2' && { unknownAttributes: { isMarketplace: unknownFor('ec2:DescribeImages') } }),
    ...encryptionOf(blueprint, resource),
    tags: blueprint.tags(resource),
  };
}

/** The argument that encrypts, and the key. Without a key of the owner's, AWS's own is taken, whose id nobody knows yet. */
function encryptionOf(
  blueprint: Blueprint,
  resource: Planned,
): { readonly isEncrypted: Fact<boolean>; readonly keyArn: Fact<string | null> } {
  const { type, values } = resource;
  if (type === 'aws_instance') {
    const blank = unknownFor('ec2:DescribeVolumes');
    return { isEncrypted: blank, keyArn: blank };
  }
  const keyArn = blueprint.text(resource, 'kms_key_id') ?? blueprint.text(resource, 'kms_key_arn');
  const always = type.startsWith('aws_fsx_');
  const isEncrypted = always || keyArn !== undefined || values.encrypted === true || values.storage_encrypted === true;
  if (!isEncrypted) return { isEncrypted: false, keyArn: null };
  return { isEncrypted, keyArn: keyArn ?? unknownFor('kms:DescribeKey') };
}
