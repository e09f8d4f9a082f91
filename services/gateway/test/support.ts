import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestStack } from '@zero-distance/testing';
import { decodeJwt, type JWTPayload } from 'jose';

/** Runs `clients upsert` or `accounts upsert` with these items. */
export async function upsert(stack: TestStack, command: 'clients' | 'accounts', ...items: object[]): Promise<Record<string, string>[]> {
  const path = join(tmpdir(), `zero-distance-${command}-${randomUUID()}.json`);
  await writeFile(path, JSON.stringify(items), { mode: 0o600 });
  const output = await stack.run('gateway', command, 'upsert', path);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    access_token: string;
    scope?: string;
    expires_in?: number;
    token_type?: string;
    id_token?: string;
    refresh_token?: string;
    error?: string;
    error_description?: string;
  };
}

/** Posts a form to the token endpoint; `basic` is `id:secret`. */
export async function postToken(
  baseUrl: string,
  form: Record<string, string>,
  basic?: string,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${baseUrl}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { ...headers, ...(basic === undefined ? {} : { authorization: `Basic ${Buffer.from(basic).toString('base64')}` }) },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as TokenAnswer['body'] };
}

export const claimsOf = (answer: TokenAnswer): JWTPayload => decodeJwt(answer.body.access_token);

/** A server in place of a service. */
export async function startUpstream(listener: RequestListener, port = 0): Promise<{ url: string; server: Server; stop(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, stop };
}
