import { expect, test } from 'vitest';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { parseWebhookSecret, webhookHeaders } from './webhook-signature.ts';

test('the signature is that of the Standard Webhooks specification, by its own example', () => {
  const secret = new SecretBytes(parseWebhookSecret('whsec_plJ3nmyCDGBKInavdOK15jsl\n')!);
  const message = {
    id: 'msg_loFOjxBNrRLzqYUf',
    body: '{"event_type":"ping","data":{"success":true}}',
    now: 1_731_705_121_999,
  };
  expect(webhookHeaders(message, secret)).toEqual({
    'webhook-id': 'msg_loFOjxBNrRLzqYUf',
    'webhook-timestamp': '1731705121',
    'webhook-signature': 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  });
});

test('without a secret there is no signature', () => {
  expect(webhookHeaders({ id: 'i', body: '{}', now: 0 }, undefined)).toEqual({
    'webhook-id': 'i',
    'webhook-timestamp': '0',
  });
});

test('a secret is base64 behind its prefix, else any text; an empty one is none', () => {
  expect(parseWebhookSecret('whsec_AQID')).toEqual(new Uint8Array([1, 2, 3]));
  expect(parseWebhookSecret(' plain \n')).toEqual(new Uint8Array(Buffer.from('plain')));
  for (const empty of ['', ' \n', 'whsec_']) expect(parseWebhookSecret(empty)).toBeUndefined();
});
