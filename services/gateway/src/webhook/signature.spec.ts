import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { makeWebhookSecret, webhookHeaders } from './signature.js';

describe('a webhook', () => {
  const signed = {
    id: '0190a5c0-7c1e-7000-8000-000000000001',
    at: new Date(),
    body: '{"type":"dispatch.work-order.accepted.v1","data":{"名":"值"}}',
  };
  const [older, newer] = [makeWebhookSecret(), makeWebhookSecret()];

  it('is verified by the library of Standard Webhooks', () => {
    expect(new Webhook(newer).verify(signed.body, { ...webhookHeaders(signed, [newer]) })).toEqual(JSON.parse(signed.body));
  });

  it('is verified with either secret while both hold, and with no other', () => {
    const headers = { ...webhookHeaders(signed, [newer, older]) };
    for (const secret of [older, newer]) expect(() => new Webhook(secret).verify(signed.body, headers)).not.toThrow();
    expect(() => new Webhook(makeWebhookSecret()).verify(signed.body, headers)).toThrow();
    expect(() => new Webhook(newer).verify(`${signed.body} `, headers)).toThrow();
  });

  it('is not verified when it is too old', () => {
    const at = new Date(Date.now() - 10 * 60_000);
    expect(() => new Webhook(newer).verify(signed.body, { ...webhookHeaders({ ...signed, at }, [newer]) })).toThrow();
  });
});
