import { partitionOf } from '../model/region.ts';

/** What a key gets when it is made without a policy: the account's own identity policies decide. */
export function defaultKeyPolicy({ account, region }: { account: string; region: string }): string {
  const policy = {
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partitionOf(region)}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  };
  return JSON.stringify(policy, null, 2);
}
