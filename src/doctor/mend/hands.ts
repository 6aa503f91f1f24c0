import { BackupClient } from '@aws-sdk/client-backup';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { credentialsOf } from '../live/doors.ts';
import type { Door, LiveSource } from '../sources.ts';

/** The clients that write in one account. Made apart from those that read, which know no call that changes anything. */
export interface Hand {
  readonly account: string;
  readonly homeRegion: string;
  backup(region: string): BackupClient;
  kms(region: string): KMSClient;
  ec2(region: string): EC2Client;
  readonly iam: IAMClient;
  readonly organizations: OrganizationsClient;
  close(): void;
}

const DEFAULT_REGION = 'us-east-1';

/** One hand for each account that a door opens, by account id. Throws what the SDK throws where a door's credentials open nothing. */
export async function openHands(live: LiveSource): Promise<ReadonlyMap<string, Hand>> {
  const hands = await Promise.all(live.doors.map((door) => openHand(door, live)));
  return new Map(hands.toReversed().map((hand) => [hand.account, hand]));
}

async function openHand(door: Door, live: LiveSource): Promise<Hand> {
  const credentials = await credentialsOf(door, live);
  const homeRegion = live.region ?? DEFAULT_REGION;
  const configOf = (region: string) => ({
    region,
    credentials,
    maxAttempts: 3,
    ...(live.endpointUrl === undefined ? {} : { endpoint: live.endpointUrl }),
  });
  const opened: { destroy(): void }[] = [];
  const opener = <Client extends { destroy(): void }>(
    make: (region: string) => Client,
  ): ((region: string) => Client) => {
    const clients = new Map<string, Client>();
    return (region) => {
      const client = clients.get(region) ?? make(region);
      if (!clients.has(region)) opened.push(client);
      clients.set(region, client);
      return client;
    };
  };
  const sts = new STSClient(configOf(homeRegion));
  const { Account: account = '' } = await sts.send(new GetCallerIdentityCommand({}));
  sts.destroy();
  return {
    account,
    homeRegion,
    backup: opener((region) => new BackupClient(configOf(region))),
    kms: opener((region) => new KMSClient(configOf(region))),
    ec2: opener((region) => new EC2Client(configOf(region))),
    iam: opener((region) => new IAMClient(configOf(region)))(homeRegion),
    organizations: opener((region) => new OrganizationsClient(configOf(region)))(homeRegion),
    close() {
      for (const client of opened) client.destroy();
    },
  };
}
