import { anyIdentity } from './ask.ts';
import type { CopyFacts, DestinationFacts, RoleFacts } from './facts.ts';
import { unknownFor } from './facts.ts';

/**
 * The service-linked role of AWS Backup as AWS would make it in the destination. Its own policies are AWS's and cover what copies ask, so
 * they are taken to allow: what another's document says of the role can be judged before the role is there.
 */
export function linkedRoleOf({ account, vaultArn }: Pick<DestinationFacts, 'account' | 'vaultArn'>): RoleFacts {
  const partition = vaultArn.split(':')[1] ?? 'aws';
  const name = 'AWSServiceRoleForBackup';
  return {
    principal: {
      kind: 'role',
      account,
      arn: `arn:${partition}:iam::${account}:role/aws-service-role/backup.amazonaws.com/${name}`,
      userId: `${NOT_MADE_YET}:AWSBackup`,
      sessionName: 'AWSBackup',
      sessionArn: `arn:${partition}:sts::${account}:assumed-role/${name}/AWSBackup`,
      isServiceLinked: true,
    },
    tags: {},
    trustPolicy: '{"Version":"2012-10-17","Statement":[]}',
    identity: anyIdentity,
    boundary: null,
    serviceControl: null,
  };
}

/** The role of the copy, made again under its name; nothing of its own stops it. */
export function roleNamed({ role, source }: CopyFacts): RoleFacts {
  const [, partition = 'aws', , , account = source.account] = role.arn.split(':');
  const name = role.arn.slice(role.arn.lastIndexOf('/') + 1);
  return {
    principal: {
      kind: 'role',
      account,
      arn: role.arn,
      userId: `${NOT_MADE_YET}:AWSBackup`,
      sessionName: 'AWSBackup',
      sessionArn: `arn:${partition}:sts::${account}:assumed-role/${name}/AWSBackup`,
    },
    tags: {},
    trustPolicy: '{"Version":"2012-10-17","Statement":[]}',
    identity: anyIdentity,
    boundary: null,
    serviceControl: source.serviceControl ?? unknownFor('organizations:ListPoliciesForTarget'),
  };
}

/** In the shape of a unique id; no role has it. */
const NOT_MADE_YET = 'AROA0000000000000000';
