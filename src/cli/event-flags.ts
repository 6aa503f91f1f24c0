import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { parseWebhookSecret } from '../events/webhook-signature.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import type { ServerConfig } from '../server/config.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** Where a server is to tell what changes. */
export interface EventFlags {
  readonly eventWebhook?: string;
  readonly eventWebhookSecret?: string;
  readonly eventLog?: string;
}

export function withEventFlags(command: Command): Command {
  return command
    .option('--event-webhook <url>', 'post every event to URL until it is taken (docs/events.md)')
    .option('--event-webhook-secret <file>', 'sign what is posted with the secret in FILE')
    .option('--event-log <file>', 'append every event to FILE, one JSON a line; SIGHUP opens it anew');
}

/** The flags as the server takes them. Throws CommandError where the secret cannot be had, or signs nothing. */
export function parseEventFlags(flags: EventFlags): Pick<ServerConfig, 'eventWebhook' | 'eventLog'> {
  const { eventWebhook: url, eventWebhookSecret: file, eventLog } = flags;
  if (file !== undefined && url === undefined)
    throw new CommandError(
      EXIT.usage,
      '--event-webhook-secret signs what --event-webhook posts; name the URL as well.',
    );
  return {
    ...(url === undefined ? {} : { eventWebhook: { url, secret: file === undefined ? undefined : readSecret(file) } }),
    ...(eventLog === undefined ? {} : { eventLog: writable(path.resolve(eventLog)) }),
  };
}

/** Better now than with the first event. */
function writable(file: string): string {
  try {
    closeSync(openSync(file, 'a', 0o640));
    return file;
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError(EXIT.missing, `The event log cannot be written: ${message}`, { cause: error });
  }
}

function readSecret(file: string): SecretBytes {
  const secret = parseWebhookSecret(readText(file));
  if (secret === undefined) throw new CommandError(EXIT.missing, `The webhook's secret file ${file} is empty.`);
  return new SecretBytes(secret);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError(EXIT.missing, `The webhook's secret cannot be read: ${message}`, { cause: error });
  }
}
