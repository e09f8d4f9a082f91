import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { SERVICES } from '@zero-distance/contracts';
import { clientOf, type DemoClient, demoClients, demoShell, registerClients, tokenFor } from '@zero-distance/local-stack';
import { startTestStack, type TestStack } from '@zero-distance/testing';

/** The whole product as `npm start` makes it, with the demo district or empty, on servers of its own. */
export interface Product {
  readonly stack: TestStack;
  readonly clients: readonly [DemoClient, ...DemoClient[]];
  readonly url: string;
  /** Where messages to people are shown instead of being sent. */
  readonly outbox: string;
}

export async function startProduct(beginning: 'district' | 'empty' = 'district'): Promise<Product> {
  const outbox = mkdtempSync(`${tmpdir()}/zd-outbox-`);
  const sms = { SMS_ADAPTER: 'local', SMS_OUTBOX_DIRECTORY: outbox };
  const env = { RATE_LIMIT_PER_MINUTE: '1000000', PUBLIC_WRITE_LIMIT_PER_DAY: '1000000', PUBLIC_GUESS_LIMIT_PER_DAY: '1000000', ...sms };
  const stack = await startTestStack({ services: SERVICES, issuer: 'gateway', beginning, env });
  const clients = demoClients('end-to-end tests');
  await registerClients((service) => stack.environment(service), clients);
  return { stack, clients, url: stack.url('gateway'), outbox };
}

/** Writes the file that the pages in docs/chains begin with. */
export const writeDemoShell = ({ url, clients, outbox }: Product, file: string): void =>
  writeFileSync(file, demoShell(url, clients, outbox));

/** A client of the gateway that acts as a demo client, with a token from the product's own issuer. */
export async function as({ stack, clients, url }: Product, id: string) {
  return stack.http('gateway', await tokenFor(url, clientOf(clients, id)));
}
