import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import type { AccountStore } from '../account/account.store.js';
import type { Lockout } from '../credential/lockout.js';
import type { Issuer } from './issuer.js';
import { logIn } from './login.js';
import { expiredPage, type LoginNotice, loginPage, pageHeaders } from './pages.js';

const FORM_LIMIT_BYTES = 4096;
const STATUS: Readonly<Record<LoginNotice, number>> = { none: 200, wrong: 401, locked: 429 };

/** `/oidc/*`: our login page, and oidc-provider for the rest. */
export async function issuerRoutes(fastify: FastifyInstance, issuer: Issuer, accounts: AccountStore, lockout: Lockout): Promise<void> {
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.get<{ Params: { uid: string } }>('/oidc/interaction/:uid', (request, reply) => showLogin(issuer, request, reply, '', 'none'));
    scope.post<{ Params: { uid: string }; Body: URLSearchParams | undefined }>('/oidc/interaction/:uid', async (request, reply) => {
      const username = request.body?.get('username') ?? '';
      const login = await logIn(accounts, lockout, username, request.body?.get('password') ?? '');
      if (login.outcome !== 'passed') {
        if (login.outcome === 'locked') reply.header('retry-after', String(login.retryAfterSeconds));
        return showLogin(issuer, request, reply, username, login.outcome === 'locked' ? 'locked' : 'wrong');
      }
      return whenCurrent(reply, async () => {
        const returnTo = await issuer.provider.interactionResult(request.raw, reply.raw, { login: { accountId: login.accountId } });
        return reply.code(303).header('location', returnTo).header('cache-control', 'no-store').send();
      });
    });
  });
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null)); // oidc-provider reads the body itself
    scope.all('/oidc/*', async (request, reply) => {
      reply.hijack();
      copyHeaders(reply);
      await issuer.handle(request.raw, reply.raw);
    });
  });
}

function showLogin(
  issuer: Issuer,
  request: FastifyRequest<{ Params: { uid: string } }>,
  reply: FastifyReply,
  username: string,
  notice: LoginNotice,
): Promise<FastifyReply> {
  return whenCurrent(reply, async () => {
    const { uid, params } = await issuer.provider.interactionDetails(request.raw, reply.raw);
    if (uid !== request.params.uid) throw new errors.SessionNotFound('another login is under way in this browser');
    const client = await issuer.provider.Client.find(String(params.client_id));
    const origin = new URL(String(params.redirect_uri)).origin;
    const html = loginPage(uid, client?.clientName ?? String(params.client_id), username, notice);
    return reply.code(STATUS[notice]).headers(pageHeaders(origin)).send(html);
  });
}

/** A login that took too long, or that this browser did not begin, gets a page that says so. */
async function whenCurrent(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return reply.code(400).headers(pageHeaders()).send(expiredPage());
    throw error;
  }
}

/** What hooks have set for every answer (request id, …) would otherwise be lost with a hijacked one. */
function copyHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
}
