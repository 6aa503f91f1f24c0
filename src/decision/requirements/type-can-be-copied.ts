import * as copyJob from '../../messages/copy-job.ts';
import type { FsxType } from '../../model/resource-type.ts';
import { isUnknown, knownOf } from '../facts.ts';
import type { MatrixVerdict, TwoHops } from '../judge-matrix.ts';
import { judgeMatrix } from '../judge-matrix.ts';
import type { Requirement } from '../requirement.ts';
import { met, nobody, notApplicable, unknown, unmet } from '../requirement.ts';

/**
 * The feature matrix of the day offers this copy for this type between these Regions.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export const typeCanBeCopied: Requirement = {
  id: 'type-can-be-copied',
  judge({ source, destination, asOf }) {
    if (isUnknown(source.point)) return unknown(source.point);
    const point = knownOf(source.point);
    if (point === undefined) return notApplicable('there is no recovery point');
    const { resourceType: type, attributes } = point;
    const verdict = judgeMatrix({ type, attributes, source, destination, asOf });
    const judgeAs = (each: FsxType): MatrixVerdict =>
      judgeMatrix({ type, attributes: { ...attributes, fsxType: each }, source, destination, asOf });
    const fsxType = point.unknownAttributes?.fsxType;
    if (fsxType !== undefined && FSX_TYPES.some((each) => judgeAs(each).isSupported !== verdict.isSupported)) {
      return unknown(fsxType);
    }
    if (verdict.isSupported) return met();
    return unmet({
      sentence: copyJob.featureNotSupported(source.region, destination.region, type),
      actor: nobody,
      mend: mendOf(verdict, { isBasicDynamoDb: type === 'DynamoDB' && attributes.isAdvanced === false }),
      evidence: [{ origin: 'feature matrix', place: type, quote: `${sentenceCase(verdict.because)}.` }],
    });
  },
};

const FSX_TYPES: readonly FsxType[] = ['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'];

type Refusal = Extract<MatrixVerdict, { isSupported: false }>;

const HOPS: Readonly<Record<TwoHops, string>> = {
  'region-first': 'to the other Region in the source account first, then from there to the other account',
  'account-first': 'to the other account in the same Region first, then on to the other Region',
};

function mendOf({ hops = [], supportedSince }: Refusal, { isBasicDynamoDb }: { isBasicDynamoDb: boolean }): string {
  if (isBasicDynamoDb) {
    return 'Turn on the advanced features for Amazon DynamoDB backups in the Region settings, then take a new backup and copy that.';
  }
  const [first, second] = hops.map((order) => HOPS[order]);
  const since = supportedSince === undefined ? '' : ` AWS supports it since ${supportedSince}.`;
  if (first === undefined) return `No setting helps: this copy is not offered.${since}`;
  return `Copy in two steps: ${first}${second === undefined ? '' : `; or ${second}`}.${since}`;
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
