import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import { totpAddress } from '../account/totp.js';
import { assertForm, assertQuery } from './asked.js';
import type { Issuer } from './issuer.js';
import { enter, goOn, type Pending } from './log-in-flow.js';
import { codePage, enrolPage, type LogInNotice, logInPage, newPasswordPage, recoveryPage, STATUS } from './log-in-pages.js';
import { expiredPage, pageHeaders } from './pages.js';
import { acrOf } from './provider.js';

const FORM_LIMIT_BYTES = 4096;
const METADATA = '/.well-known/oauth-authorization-server';
/** Two pages of oidc-provider's post a form by a script written into them (`form_post`, logging out without a session). It adds the script's hash to `script-src`. */
const PROVIDER_CSP = "default-src 'none'; script-src; base-uri 'none'; frame-ancestors 'none'";

/** `/oidc/*`: our login page, and oidc-provider for the rest. */
export async function issuerRoutes(fastify: FastifyInstance, issuer: Issuer): Promise<void> {
  fastify.addHook('onRequest', async (request) => assertQuery(request));
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
      async (_request: FastifyRequest, body: string) => assertForm(new URLSearchParams(body)),
    );
    scope.get<LoginRoute>('/oidc/interaction/:uid', (request, reply) =>
      whenCurrent(reply, async () => {
        const details = await detailsOf(issuer, request, reply);
        return showLogin(issuer, reply, details, { pending: pendingOf(details), notice: 'none' });
      }),
    );
    scope.post<LoginRoute>('/oidc/interaction/:uid', (request, reply) => whenCurrent(reply, () => tryLogin(issuer, request, reply)));
  });
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null)); // oidc-provider reads the body itself
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      copyHeaders(reply);
      reply.raw.setHeader('content-security-policy', PROVIDER_CSP);
      const isAnswered = await issuer.handle(request.raw, reply.raw, request.ip);
      if (!isAnswered) throw new NotFoundException();
      reply.hijack();
    };
    scope.all('/oidc/*', answer);
    // RFC 8414 §3.1: before the issuer's path, where OpenID Connect has it behind.
    scope.get(`${METADATA}/oidc`, (request, reply) => {
      request.raw.url = `/oidc${METADATA}`;
      return answer(request, reply);
    });
  });
}

interface LoginRoute {
  Params: { uid: string };
  Body: URLSearchParams | undefined;
}
type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The login that this browser has under way: asked before anything else, so that no password is checked without one. */
async function detailsOf(issuer: Issuer, request: FastifyRequest<LoginRoute>, reply: FastifyReply): Promise<Details> {
  const details = await issuer.provider.interactionDetails(request.raw, reply.raw);
  if (details.uid !== request.params.uid) throw new errors.SessionNotFound('another login is under way in this browser');
  return details;
}

/** What the issuer remembers of this log-in between two of its pages. */
const pendingOf = ({ result }: Details): Pending | undefined => (result as { pending?: Pending } | undefined)?.pending;

async function tryLogin(issuer: Issuer, request: FastifyRequest<LoginRoute>, reply: FastifyReply): Promise<FastifyReply> {
  const details = await detailsOf(issuer, request, reply);
  const posted = { fields: request.body ?? new URLSearchParams(), address: request.ip };
  const pending = posted.fields.has('username') ? undefined : pendingOf(details); // the first page, by the browser's way back
  const turn = await (pending ? goOn(issuer.parts, pending, posted) : enter(issuer.parts, posted));
  if (turn.to === 'again') {
    if (turn.retryAfterSeconds !== undefined) reply.header('retry-after', String(turn.retryAfterSeconds));
    return showLogin(issuer, reply, details, { pending, notice: turn.notice, username: posted.fields.get('username') ?? '' });
  }
  const remember = (result: Readonly<Record<string, object>>) =>
    issuer.provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false });
  if (turn.to === 'first') {
    await remember({});
    return showLogin(issuer, reply, details, { pending: undefined, notice: 'void' });
  }
  if (turn.to === 'next') {
    await remember({ pending: turn.pending });
    return showLogin(issuer, reply, details, { pending: turn.pending, notice: 'none', recoveryCodes: turn.recoveryCodes });
  }
  const { accountId, credentials } = turn.proven;
  await issuer.parts.logIns.tellLoggedIn(accountId);
  const returnTo = await remember({ login: { accountId, acr: acrOf(credentials) } });
  return reply.code(303).header('location', returnTo).header('cache-control', 'no-store').send();
}

interface Shown {
  readonly pending: Pending | undefined;
  readonly notice: LogInNotice;
  readonly username?: string;
  readonly recoveryCodes?: readonly string[] | undefined;
}

async function showLogin(issuer: Issuer, reply: FastifyReply, { uid, params }: Details, shown: Shown): Promise<FastifyReply> {
  const client = await issuer.provider.Client.find(String(params.client_id));
  const origin = new URL(String(params.redirect_uri)).origin;
  const { pending, notice, username = '' } = shown;
  const html = pending
    ? laterPage(issuer, uid, pending, shown)
    : logInPage(uid, client?.clientName ?? String(params.client_id), username, notice);
  return reply.code(STATUS[notice]).headers(pageHeaders(origin)).send(html);
}

/** The page of a step behind the password. */
function laterPage({ parts }: Issuer, uid: string, pending: Pending, { notice, recoveryCodes = [] }: Shown): string {
  const { accountId, username, steps, carried = '' } = pending;
  if (steps[0] === 'code') return codePage(uid, notice);
  if (steps[0] === 'noted') return recoveryPage(uid, recoveryCodes);
  if (steps[0] === 'password') return newPasswordPage(uid, notice);
  const secret = parts.secondFactors.open(accountId, carried);
  return enrolPage(uid, totpAddress(secret, username), secret, notice);
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
