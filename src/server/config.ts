import path from 'node:path';
import type { WorkLimits } from '../jobs/work-limits.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import type { S3Place } from '../storage/blobs/s3/s3-place.ts';

/** How a server is to run. Made from flags and environment by the command line, or by a test. */
export interface ServerConfig {
  readonly dataDirectory: string;
  /** The folder in which cold storage lies, below `cold/`: on a cheaper disk, say. Default: the data directory. */
  readonly coldDirectory?: string;
  /** A bucket for the blobs. Default: the data directory. */
  readonly blobs?: S3Place;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly isDev: boolean;
  readonly clock: 'real' | 'manual';
  /** The date of the feature matrix, milliseconds; nothing for the newest. */
  readonly asOf: number | undefined;
  readonly rootKeyFile: string | undefined;
  /** Directories below which protected resources and restore targets may lie. */
  readonly sourceRoots: readonly string[];
  /** How long records of ended jobs are kept; AWS's lists leave them out after 30 days. Default: 400 days. */
  readonly keepJobRecordsMs?: number;
  /** Where events are posted, and the secret that signs them. */
  readonly eventWebhook?: { readonly url: string; readonly secret: SecretBytes | undefined };
  /** The file to which events are appended, one JSON a line. */
  readonly eventLog?: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** For `recover`: starts on empty records beside vaults that have been used. */
  readonly recovers?: boolean;
  /** Limits of work that the start sets; those that are not named stay as they are on record. */
  readonly limits?: Partial<WorkLimits>;
  /** Hears what the operator should know at the start (a root key was generated). Default: the log. */
  readonly onNotice?: (sentence: string) => void;
}

export const DEFAULT_LISTEN = '127.0.0.1:4577';
export const DEFAULT_DATA_DIRECTORY = '.crossvault';

/** `127.0.0.1:4577`, `[::1]:0`, `:4577`. Nothing where the text is neither. */
export function parseListen(text: string): { host: string; port: number } | undefined {
  const match = /^(?:\[([0-9a-fA-F:]+)\]|([a-zA-Z0-9.-]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port > 65_535) return undefined;
  return { host: match[1] ?? (match[2] || '127.0.0.1'), port };
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** What is wrong with a configuration, as sentences for the operator; empty when it can run. */
export function configFaults(config: ServerConfig): string[] {
  const faults: string[] = [];
  if (config.isDev && !isLoopback(config.host)) {
    faults.push(
      `--dev accepts any secret, so it listens on a loopback address only, not on ${config.host}. Use 127.0.0.1, or leave --dev away.`,
    );
  }
  for (const root of config.sourceRoots) {
    if (!path.isAbsolute(root)) faults.push(`--source-root wants an absolute path; ${root} is relative.`);
  }
  if (config.blobs !== undefined && config.coldDirectory !== undefined)
    faults.push(
      '--cold-blobs is for blobs on disk; in a bucket, cold-storage-class=… in --blobs names the class of what is cold.',
    );
  if (config.eventWebhook !== undefined) faults.push(...webhookFaults(config.eventWebhook.url));
  return faults;
}

function webhookFaults(text: string): string[] {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    return [`--event-webhook wants an http or https URL, such as https://example.com/hook; "${text}" is none.`];
  if (url.username !== '' || url.password !== '')
    return [
      '--event-webhook takes no user name or password in its URL; sign with --event-webhook-secret FILE instead.',
    ];
  return [];
}
