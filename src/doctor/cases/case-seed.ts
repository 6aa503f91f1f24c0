import type { Fact, PointFacts } from '../../decision/facts.ts';
import { parseArn } from '../../model/arn.ts';
import { parseVaultArn } from '../../model/vault.ts';
import type { CopyName } from '../assemble-facts.ts';
import type { CaseOrigin } from '../sources.ts';

/** A copy to be looked at, before its facts are gathered. */
export interface CaseSeed {
  readonly label: string;
  readonly copy: CopyName;
  readonly origin: CaseOrigin;
  /** The point that a plan is going to make, in place of one that is there. */
  readonly point?: Fact<PointFacts | null>;
}

/** `volume/vol-0abc: production in 111122223333 → safe in 444455556666, eu-west-1`, for people. */
export function copyLabel(what: string, { sourceVaultArn, destinationVaultArn }: CopyName): string {
  const source = parseVaultArn(sourceVaultArn);
  const destination = parseVaultArn(destinationVaultArn);
  const start = source === undefined ? sourceVaultArn : `${source.name} in ${source.account}`;
  if (destination === undefined) return `${what}: ${start} → ${destinationVaultArn}`;
  const region = source?.region === destination.region ? '' : `, ${destination.region}`;
  return `${what}: ${start} → ${destination.name} in ${destination.account}${region}`;
}

/** What stands behind the account in an ARN: `volume/vol-0abc`. */
export const shortName = (arn: string): string => parseArn(arn)?.resource ?? arn;
