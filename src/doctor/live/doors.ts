import { parseArn } from '../../model/arn.ts';
import type { Clock } from '../../util/clock.ts';
import { ROLE_CHAIN_MAX } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import type { Door, LiveSource } from '../sources.ts';
import { type AccountCalls, openAccountCalls } from './live-calls.ts';
import type { Queue } from './queue.ts';
import { type Credentials, openSdkClients, type SdkClients } from './sdk-clients.ts';

/** A door that has been opened: we know which account is behind it. */
export interface OpenDoor extends AccountCalls {
  readonly name: Door['name'];
  /** ARN of who reads, as STS tells it. */
  readonly callerArn: string;
  /** Where services without Regions are asked. */
  readonly homeRegion: string;
  close(): void;
}

/** What all doors share. */
export interface Surroundings {
  readonly queue: Queue;
  readonly clock: Clock;
}

const HOME_REGION = 'us-east-1';
/** Where IAM and Organizations live in the other partitions. */
const HOME_REGIONS: Readonly<Record<string, string>> = { 'aws-cn': 'cn-northwest-1', 'aws-us-gov': 'us-gov-west-1' };

/**
 * Opens a door and asks which account it leads to. Throws SourceError where the credentials open nothing, with the door's name: without
 * that account all would be unknown, which is not what somebody who named a profile wants.
 */
export async function openDoor(door: Door, live: LiveSource, { queue, clock }: Surroundings): Promise<OpenDoor> {
  const credentials = await credentialsOf(door, live);
  const { endpointUrl } = live;
  const clients = openSdkClients({ credentials, clock, ...(endpointUrl !== undefined && { endpointUrl }) });
  const { account, arn } = await whoAmI(door, clients, live.region ?? HOME_REGION);
  return {
    ...openAccountCalls(account, clients, queue),
    name: door.name,
    callerArn: arn,
    homeRegion: HOME_REGIONS[parseArn(arn)?.partition ?? ''] ?? HOME_REGION,
    close: () => clients.close(),
  };
}

async function whoAmI(
  door: Door,
  clients: SdkClients,
  region: string,
): Promise<{ readonly account: string; readonly arn: string }> {
  try {
    const { Account: account = '', Arn: arn = '' } = await clients.send('sts:GetCallerIdentity', region, {});
    return { account, arn };
  } catch (error) {
    const { message } = error as Error;
    const isNobody = (error as { readonly $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    throw new SourceError(
      isNobody === undefined && !/[Cc]redential|profile/.test(message) ? 'unreachable' : 'refused',
      `The credentials for the ${door.name} account (${describe(door)}) could not be used: ${message}`,
      { cause: error },
    );
  }
}

function describe({ profile, assumeRoles = [], developmentAccount }: Door): string {
  const start = developmentAccount ?? (profile === undefined ? 'default credentials' : `profile ${profile}`);
  return [start, ...assumeRoles].join(' → ');
}

/** Of a door: the chain of roles taken on, one from the other. */
export async function credentialsOf(
  door: Door,
  { endpointUrl, region = HOME_REGION }: LiveSource,
): Promise<Credentials> {
  const { assumeRoles = [], profile, developmentAccount } = door;
  if (assumeRoles.length > ROLE_CHAIN_MAX) {
    throw new SourceError(
      'malformed',
      `A chain of ${assumeRoles.length} roles is too long: ${ROLE_CHAIN_MAX} at most.`,
    );
  }
  const { fromNodeProviderChain, fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const clientConfig = { region, ...(endpointUrl !== undefined && { endpoint: endpointUrl }) };
  const start: Credentials =
    developmentAccount === undefined
      ? (fromNodeProviderChain({
          clientConfig,
          ...(profile !== undefined && { profile }),
        }) as Credentials)
      : { accessKeyId: developmentAccount, secretAccessKey: 'dev' };
  return assumeRoles.reduce<Credentials>(
    (masterCredentials, RoleArn) =>
      fromTemporaryCredentials({
        masterCredentials,
        params: { RoleArn, RoleSessionName: 'crossvault-doctor' },
        clientConfig,
      }) as Credentials,
    start,
  );
}
