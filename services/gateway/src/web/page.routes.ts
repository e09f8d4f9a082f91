import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import { answerProblem } from '@zero-distance/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Our own pages run only our own files. */
const PAGE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** Swagger UI writes style attributes and draws with data: images; a token may come from an external issuer. */
const consoleCsp = (issuerOrigin: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ${issuerOrigin}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/**
 * The desk's components write their styles when they are drawn: those with the nonce of this one answer, and no others. It draws the pictures that it
 * fetched with its token, and its tokens may come from an external issuer.
 */
const deskCsp = (nonce: string, issuerOrigin: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; connect-src 'self' ${issuerOrigin}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** What stands in the built page where its nonce belongs (web/vite.config.mjs). */
const NONCE = '__NONCE__';

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

export interface PageOptions {
  /** The folder of the pages, with Swagger UI in it. */
  readonly assets: string;
  readonly issuerOrigin: string;
}

/** `/public`, `/public/track`, `/public/report`, `/public/service-menu`, `/public/activities`, `/public/grids/…`, `/rate`, `/console`, `/desk`, their files under `/assets`, and what browsers and crawlers ask of every site. */
export async function pageRoutes(fastify: FastifyInstance, { assets, issuerOrigin }: PageOptions): Promise<void> {
  fastify.setErrorHandler((error, request, reply) => answerProblem(isNoFile(error) ? new NotFoundException() : error, request, reply));
  await fastify.register(fastifyStatic, { root: assets, prefix: '/assets/', index: false, preCompressed: true, setHeaders: cacheBriefly });

  const page = (file: string, csp: string) => (_request: unknown, reply: FastifyReply) =>
    reply.headers({ ...COMMON, 'content-security-policy': csp }).sendFile(file, assets, { cacheControl: false });
  fastify.get('/public', page('public/index.html', PAGE_CSP));
  const desk = deskPage(readFileSync(`${assets}/web/desk.html`, 'utf8'), issuerOrigin);
  for (const path of ['/desk', '/desk/*']) fastify.get(path, desk); // the page knows its own ways
  fastify.get('/public/track', page('web/track.html', PAGE_CSP));
  fastify.get('/public/report', page('web/report.html', PAGE_CSP));
  fastify.get('/public/service-menu', page('web/menu.html', PAGE_CSP));
  const activities = page('web/activities.html', PAGE_CSP);
  for (const path of ['/public/activities', '/public/activities/:id']) fastify.get(path, activities);
  const grid = page('web/grid.html', PAGE_CSP);
  for (const path of ['/public/grids/:code', '/public/grids/:code/sign']) fastify.get(path, grid);
  fastify.get('/rate', page('rate/index.html', PAGE_CSP)); // where the links of text messages lead
  fastify.get('/console', page('console/index.html', consoleCsp(issuerOrigin)));
  fastify.get('/console/logged-in', page('console/logged-in.html', PAGE_CSP)); // where the log-in of the console ends
  fastify.get('/', (_request, reply) => reply.redirect('/public', 302));
  for (const file of ['favicon.svg', 'robots.txt']) fastify.get(`/${file}`, (_request, reply) => reply.sendFile(file));
  fastify.get('/favicon.ico', (_request, reply) => reply.redirect('/favicon.svg', 301));
}

/** The page of the desk, another one each time: it carries its nonce. */
const deskPage = (html: string, issuerOrigin: string) => (_request: unknown, reply: FastifyReply) => {
  const nonce = randomBytes(16).toString('base64');
  const headers = { ...COMMON, 'content-security-policy': deskCsp(nonce, issuerOrigin), 'cache-control': 'no-cache' };
  return reply.headers(headers).type('text/html; charset=utf-8').send(html.replaceAll(NONCE, nonce));
};

/** The file server's errors for a folder, or for a path that leads out of the assets. */
const isNoFile = (error: unknown): boolean => [403, 404].includes((error as { statusCode?: number }).statusCode ?? 0);

/** Files keep their names over releases, so they are kept an hour and then asked for again (ETag). Pages are asked for each time: they carry the policy. */
function cacheBriefly(reply: FastifyReply, path: string): void {
  reply.headers({ 'cache-control': path.endsWith('.html') ? 'no-cache' : 'public, max-age=3600', 'x-content-type-options': 'nosniff' });
}
