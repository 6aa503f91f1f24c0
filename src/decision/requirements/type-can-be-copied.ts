import * as copyJob from '../../messages/copy-job.ts';
import type { FsxType } from '../../model/resource-type.ts';
import { type TextId, text } from '../../words/text.ts';
import type { Mend } from '../diagnosis.ts';
import { isUnknown, knownOf } from '../facts.ts';
import type { MatrixVerdict, TwoHops } from '../judge-matrix.ts';
import { judgeMatrix } from '../judge-matrix.ts';
import type { Requirement } from '../requirement.ts';
import { met, nobody, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * The feature matrix of the day offers this copy for this type between these Regions.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export const typeCanBeCopied: Requirement = {
  id: 'type-can-be-copied',
  gate: 'recovery-point',
  sources: [
    'FM-TYP-1',
    'FM-TYP-2',
    'FM-TYP-3',
    'FM-REG-1',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  ],
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
      mends: mendsOf(verdict, { isBasicDynamoDb: type === 'DynamoDB' && attributes.isAdvanced === false }),
      evidence: [{ origin: 'feature matrix', place: type, quote: `${sentenceCase(verdict.because)}.` }],
    });
  },
};

const FSX_TYPES: readonly FsxType[] = ['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'];

type Refusal = Extract<MatrixVerdict, { isSupported: false }>;

const HOPS: Readonly<Record<TwoHops, TextId>> = {
  'region-first': 'mend.type-can-be-copied.region-first',
  'account-first': 'mend.type-can-be-copied.account-first',
};

/** Both ways of two hops where both are open; else what helps instead. */
function mendsOf({ hops = [], supportedSince }: Refusal, { isBasicDynamoDb }: { isBasicDynamoDb: boolean }): Mend[] {
  if (isBasicDynamoDb) return [smallest(nobody, text('mend.type-can-be-copied.dynamodb'))];
  const since =
    supportedSince === undefined
      ? []
      : [smallest(nobody, text('mend.type-can-be-copied.since', { since: supportedSince }))];
  if (hops.length > 0) return [...hops.map((order) => smallest(nobody, text(HOPS[order]))), ...since];
  return since.length > 0 ? since : [smallest(nobody, text('mend.type-can-be-copied.never'))];
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
