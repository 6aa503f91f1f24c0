import type { BackupClientConfig } from '@aws-sdk/client-backup';
import type { Clock } from '../../util/clock.ts';
import { ATTEMPTS_MAX } from '../limits.ts';
import type { CallName, InputOf, OutputOf, ServiceId } from './call-table.ts';
import { getResources } from './tagging.ts';

/** Sends a call in one Region with one account's credentials. Throws what the SDK throws. */
export interface SdkClients {
  send<Name extends CallName>(name: Name, region: string, input: InputOf<Name>): Promise<OutputOf<Name>>;
  close(): void;
}

/** Fixed ones, or a provider of such as end. */
export type Credentials = NonNullable<BackupClientConfig['credentials']>;

export interface SdkConfig {
  readonly endpointUrl?: string;
  readonly credentials: Credentials;
  /** For signatures that are our own; the SDK's have the machine's time. */
  readonly clock: Clock;
}

interface Client {
  send(command: object): Promise<unknown>;
  destroy(): void;
}

type Module = Readonly<Record<string, new (options: object) => Client>>;

/** The tagging service is called without an SDK. */
type SdkService = Exclude<ServiceId, 'tag'>;

// Loaded when the first call is made: the command's help must not wait for eight SDKs.
const MODULES: Readonly<Record<SdkService, () => Promise<object>>> = {
  account: () => import('@aws-sdk/client-account'),
  backup: () => import('@aws-sdk/client-backup'),
  ec2: () => import('@aws-sdk/client-ec2'),
  iam: () => import('@aws-sdk/client-iam'),
  kms: () => import('@aws-sdk/client-kms'),
  organizations: () => import('@aws-sdk/client-organizations'),
  rds: () => import('@aws-sdk/client-rds'),
  sts: () => import('@aws-sdk/client-sts'),
};

const CLIENT_NAMES: Readonly<Record<SdkService, string>> = {
  account: 'AccountClient',
  backup: 'BackupClient',
  ec2: 'EC2Client',
  iam: 'IAMClient',
  kms: 'KMSClient',
  organizations: 'OrganizationsClient',
  rds: 'RDSClient',
  sts: 'STSClient',
};

/** Clients of one account, made when first needed, one for each service and Region. */
export function openSdkClients(config: SdkConfig): SdkClients {
  const { endpointUrl, credentials } = config;
  const clients = new Map<string, Promise<Client>>();
  const open = async (service: SdkService, region: string): Promise<Client> => {
    const module = (await MODULES[service]()) as Module;
    const Maker = module[CLIENT_NAMES[service]]!;
    return new Maker({
      region,
      credentials,
      maxAttempts: ATTEMPTS_MAX,
      // Slows the whole client down when the service says so, where the standard mode only waits call by call.
      retryMode: 'adaptive',
      ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    });
  };
  const clientOf = (service: SdkService, region: string): Promise<Client> => {
    const key = `${service} ${region}`;
    const client = clients.get(key) ?? open(service, region);
    clients.set(key, client);
    return client;
  };
  return {
    async send(name, region, input) {
      if (name === 'tag:GetResources') {
        return getResources(input as InputOf<'tag:GetResources'>, region, config);
      }
      const [service, operation] = name.split(':') as [SdkService, string];
      const client = await clientOf(service, region);
      const module = (await MODULES[service]()) as Module;
      const Command = module[`${operation}Command`] as unknown as new (value: object) => object;
      return (await client.send(new Command(input))) as OutputOf<typeof name>;
    },
    close() {
      for (const client of clients.values()) void client.then((open) => open.destroy());
    },
  };
}
