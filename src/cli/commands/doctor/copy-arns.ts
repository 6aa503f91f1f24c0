import { isAccountId } from '../../../model/account.ts';
import { type Arn, parseArn } from '../../../model/arn.ts';
import { isRegion } from '../../../model/region.ts';
import { parseVaultArn } from '../../../model/vault.ts';
import { CommandError, EXIT } from '../../exit-codes.ts';

/** The ARNs that name a copy, as they were given. */
export interface CopyArns {
  readonly recoveryPoint: string;
  readonly destination: string;
  readonly role?: string;
}

/**
 * Looks at the ARNs before anything is opened: whoever mistyped one need not find credentials first to hear it. Names all that are wrong
 * at once. Throws CommandError (usage).
 */
export function checkCopyArns({ recoveryPoint, destination, role }: CopyArns): void {
  const faults = [
    isPoint(recoveryPoint) ? [] : [fault('--recovery-point', recoveryPoint, POINT)],
    parseVaultArn(destination) ? [] : [fault('--destination', destination, VAULT)],
    role === undefined || isRole(role) ? [] : [fault('--role', role, ROLE)],
  ].flat();
  if (faults.length > 0) throw new CommandError(EXIT.usage, faults.join('\n'));
}

const POINT =
  'a recovery point, such as arn:aws:backup:REGION:ACCOUNT:recovery-point:ID or arn:aws:ec2:REGION::snapshot/snap-ID';
const VAULT = 'a backup vault: arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME, with twelve digits as ACCOUNT';
const ROLE = 'a role: arn:aws:iam::ACCOUNT:role/NAME, with twelve digits as ACCOUNT';

const fault = (flag: string, given: string, right: string): string =>
  `${flag} wants the ARN of ${right}. Not "${given}".`;

/** Snapshots and images name no account; what names a vault is no point. */
function isPoint(text: string): boolean {
  const arn = parseArn(text);
  return arn !== undefined && isRegion(arn.region) && isOwned(arn, 'or-empty') && !/^backup-vault\b/.test(arn.resource);
}

function isRole(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'iam' && arn.region === '' && isOwned(arn) && /^role\/[^\s]+$/.test(arn.resource);
}

const isOwned = ({ account }: Arn, how?: 'or-empty'): boolean =>
  isAccountId(account) || (how === 'or-empty' && account === '');
