import { parseArn } from '../../model/arn.ts';
import { partitionOf } from '../../model/region.ts';
import { findVaultOfPoint } from '../live/read-point.ts';
import { doorOf } from '../live/reader.ts';
import { SourceError } from '../source-error.ts';
import type { DoctorRequest } from '../sources.ts';
import { type CaseSeed, copyLabel, shortName } from './case-seed.ts';
import type { Finder } from './finder.ts';

type CopyRequest = Extract<DoctorRequest, { mode: 'copy' }>;

/** Stands for the vault of a point where nobody may look for it. No vault is called so: names begin with a letter or digit. */
const UNKNOWN_VAULT = '--unknown--';

/** The one copy that was asked about. Throws SourceError for ARNs that are none, and for a point that no vault holds. */
export async function copySeed(finder: Finder | undefined, request: CopyRequest): Promise<CaseSeed> {
  const { recoveryPointArn, destinationVaultArn, roleArn, lifecycle } = request;
  const point = parseArn(recoveryPointArn);
  const role = parseArn(roleArn);
  if (point === undefined) throw malformed('recovery point', recoveryPointArn, 'arn:aws:ec2:REGION::snapshot/snap-…');
  if (role?.service !== 'iam' || !role.resource.startsWith('role/'))
    throw malformed('role', roleArn, 'arn:aws:iam::ACCOUNT:role/NAME');
  const place = { account: point.account === '' ? role.account : point.account, region: point.region };
  const toVaultArn = (name: string): string =>
    `arn:${partitionOf(place.region)}:backup:${place.region}:${place.account}:backup-vault:${name}`;
  const sourceVaultArn =
    request.sourceVaultName === undefined
      ? ((await findVault(finder, place, recoveryPointArn)) ?? toVaultArn(UNKNOWN_VAULT))
      : toVaultArn(request.sourceVaultName);
  const copy = {
    roleArn,
    sourceVaultArn,
    pointArn: recoveryPointArn,
    destinationVaultArn,
    lifecycle: lifecycle ?? null,
    ...(request.callerArn !== undefined && { callerArn: request.callerArn }),
  };
  return { label: copyLabel(shortName(recoveryPointArn), copy), copy, origin: { kind: 'asked' } };
}

const malformed = (what: string, given: string, right: string): SourceError =>
  new SourceError('malformed', `"${given}" is no ARN of a ${what}. It looks like ${right}.`);

async function findVault(
  finder: Finder | undefined,
  { account, region }: { readonly account: string; readonly region: string },
  pointArn: string,
): Promise<string | undefined> {
  const door = finder && doorOf(finder.reader, account);
  if (door === undefined) return undefined;
  const found = await findVaultOfPoint(door, region, pointArn);
  if (found === null) {
    throw new SourceError(
      'not-found',
      `No vault of account ${account} in ${region} holds the recovery point ${pointArn}. Is the Region right, and has it expired?`,
    );
  }
  return found;
}
