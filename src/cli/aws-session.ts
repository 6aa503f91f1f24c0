import type { BackupClientConfig } from '@aws-sdk/client-backup';
import { DEFAULT_LISTEN } from '../server/config.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** The flags that mean what they mean in the AWS CLI, and `--account` for servers in dev mode. */
export interface SessionFlags {
  readonly endpointUrl?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly account?: string;
}

export type ClientConfig = Pick<BackupClientConfig, 'endpoint' | 'credentials' | 'maxAttempts'> & {
  readonly region: string;
  readonly profile?: string;
};

const DEFAULT_REGION = 'us-east-1';

/**
 * What an SDK client needs. The endpoint is this machine's own server unless a flag or the environment names another, so that no
 * command reaches real accounts by accident. `--account` signs as the administrator of that account, which only dev mode accepts.
 */
export function clientConfig(flags: SessionFlags): ClientConfig {
  if (flags.account !== undefined && !/^\d{12}$/.test(flags.account)) {
    throw new CommandError(
      EXIT.usage,
      `--account wants the twelve digits of an account id; "${flags.account}" is not that.`,
    );
  }
  return {
    endpoint: endpointUrl(flags),
    region: flags.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? DEFAULT_REGION,
    maxAttempts: 2,
    ...(flags.profile === undefined ? {} : { profile: flags.profile }),
    ...(flags.account === undefined ? {} : { credentials: { accessKeyId: flags.account, secretAccessKey: 'dev' } }),
  };
}

export const endpointUrl = (flags: Pick<SessionFlags, 'endpointUrl'>): string =>
  flags.endpointUrl ??
  process.env.AWS_ENDPOINT_URL_BACKUP ??
  process.env.AWS_ENDPOINT_URL ??
  `http://${DEFAULT_LISTEN}`;
