import { networkOf, type RateLimiter } from '@zero-distance/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from '../client/client.js';
import type { ClientStore } from '../client/client.store.js';
import { isGeneratedSecret } from '../credential/generated-secret.js';

/**
 * Counts the calls of the issuer by address. Many departments may share one address with a caller who uses up its quota: a client that
 * shows its generated secret in the head (HTTP Basic) then has a quota of its own there. Before that point no client is looked up.
 */
export function limitIssuerCalls(fastify: FastifyInstance, limiter: RateLimiter, clients: ClientStore): void {
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      limiter.countAddress(request.ip, reply);
    } catch (refusal) {
      if (!(await hasOwnQuota(request, reply))) throw refusal;
    }
  });

  async function hasOwnQuota({ ip, headers }: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const client = await provenClient(clients, headers.authorization);
    if (client) limiter.count(`client:${client.id} ${networkOf(ip)}`, reply);
    return client !== undefined;
  }
}

/** The client whose generated secret an Authorization header shows. */
async function provenClient(clients: ClientStore, authorization = ''): Promise<Client | undefined> {
  const credentials = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1];
  // Ids and generated secrets have no character that RFC 6749 has encoded in them.
  const [id = '', secret = ''] = Buffer.from(credentials ?? '', 'base64')
    .toString()
    .split(':', 2);
  if (id === '' || secret === '') return undefined;
  const client = await clients.find(id);
  const isProven = client?.disabledAt === null && client.secretHash !== null && isGeneratedSecret(secret, client.secretHash);
  return isProven ? client : undefined;
}
