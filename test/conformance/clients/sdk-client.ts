import * as backup from '@aws-sdk/client-backup';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as organizations from '@aws-sdk/client-organizations';
import * as sts from '@aws-sdk/client-sts';
import { type Answer, type AwsClient, AwsError, type Identity, REGION, type Service } from './client.ts';

interface SendingClient {
  send(command: unknown): Promise<Answer>;
  destroy(): void;
}

type Maker = new (argument: object) => SendingClient;

const MODULES: Record<Service, { readonly client: Maker; readonly commands: Record<string, unknown> }> = {
  backup: { client: backup.BackupClient, commands: backup },
  iam: { client: iam.IAMClient, commands: iam },
  kms: { client: kms.KMSClient, commands: kms },
  organizations: { client: organizations.OrganizationsClient, commands: organizations },
  sts: { client: sts.STSClient, commands: sts },
};

/** The official SDK for JavaScript, version 3. */
export function sdkClient(endpoint: string): AwsClient {
  const clients = new Map<string, SendingClient>();
  const clientFor = (as: Identity, service: Service): SendingClient => {
    const key = `${service} ${as.accessKeyId} ${as.secretAccessKey} ${as.region ?? REGION}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const made = new MODULES[service].client({
      endpoint,
      region: as.region ?? REGION,
      credentials: as,
      maxAttempts: 1,
    });
    clients.set(key, made);
    return made;
  };
  return {
    name: 'SDK for JavaScript v3',
    knowsMessageCategory: true,
    async call(as, service, operation, input = {}) {
      const command = MODULES[service].commands[`${operation}Command`] as new (input: object) => unknown;
      try {
        return await clientFor(as, service).send(new command(input));
      } catch (error) {
        if ((error as { $metadata?: unknown }).$metadata === undefined) throw error;
        const { name, message, Code } = error as Error & { Code?: string };
        throw new AwsError(service === 'backup' || Code === undefined ? name : Code, message);
      }
    },
    async close() {
      for (const client of clients.values()) client.destroy();
    },
  };
}
