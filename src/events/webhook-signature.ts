import { createHmac } from 'node:crypto';
import type { SecretBytes } from '../secrets/secret-bytes.ts';

/**
 * The headers by which a receiver knows that a request is ours and fresh: those of the Standard Webhooks specification, for which there are
 * libraries in most languages. HMAC-SHA256 over `ID.SECONDS.BODY`. https://github.com/standard-webhooks/standard-webhooks
 */
export function webhookHeaders(
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: number },
  secret: SecretBytes | undefined,
): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(now / 1000));
  const headers = { 'webhook-id': id, 'webhook-timestamp': seconds };
  if (secret === undefined) return headers;
  const signature = createHmac('sha256', secret.open()).update(`${id}.${seconds}.${body}`).digest('base64');
  return { ...headers, 'webhook-signature': `v1,${signature}` };
}

const PREFIX = 'whsec_';

/** The secret in a file's text: `whsec_` and base64, as the specification writes secrets, else the text itself without the line's end. Nothing where it is empty. */
export function parseWebhookSecret(text: string): Uint8Array | undefined {
  const secret = text.trim();
  const bytes = secret.startsWith(PREFIX)
    ? Buffer.from(secret.slice(PREFIX.length), 'base64')
    : Buffer.from(secret, 'utf8');
  return bytes.length === 0 ? undefined : new Uint8Array(bytes);
}
