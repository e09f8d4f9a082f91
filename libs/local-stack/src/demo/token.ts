import type { DemoClient } from './clients.js';

/**
 * An access token from the product's own issuer, by client credentials.
 * @throws when it is not given, with the status
 */
export async function tokenFor(gatewayUrl: string, { id, secret }: DemoClient, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${gatewayUrl}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal,
  });
  if (!response.ok) throw new Error(`no token for the demo client ${id}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** The client of that id. */
export function clientOf(clients: readonly DemoClient[], id: string): DemoClient {
  const client = clients.find((each) => each.id === id);
  if (!client) throw new Error(`there is no demo client ${id}`);
  return client;
}
