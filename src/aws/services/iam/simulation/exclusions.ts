import type { PolicyIdentifier } from '@aws-sdk/client-iam';
import type { Source } from './source.ts';

/** Whether a request leaves a policy out, to see what would be without it. Identifiers that fit nothing do not matter. */
export function isExcluded(source: Source, exclusions: readonly PolicyIdentifier[]): boolean {
  return exclusions.some(({ PolicyType: type, PolicyArn: arn, InlinePolicyIdentifier: inline }) => {
    if (arn !== undefined) return source.arn === arn;
    if (inline !== undefined) {
      return (
        source.inline?.policy === inline.PolicyName &&
        source.inline?.ownerKind === inline.AttachmentType &&
        source.inline?.ownerName === inline.AttachmentName
      );
    }
    return type === typeOf(source);
  });
}

function typeOf({ arn, inline }: Source): PolicyIdentifier['PolicyType'] {
  if (inline !== undefined) return 'inline';
  return arn?.startsWith('arn:aws:iam::aws:') ? 'aws-managed' : 'user-managed';
}

/** Whether a request leaves out a whole kind: boundaries, service control policies. */
export const isKindExcluded = (type: 'permission-boundary' | 'scp', exclusions: readonly PolicyIdentifier[]): boolean =>
  exclusions.some(
    ({ PolicyType, PolicyArn, InlinePolicyIdentifier }) =>
      PolicyType === type && PolicyArn === undefined && InlinePolicyIdentifier === undefined,
  );
