import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest, RequestPayload } from 'fastify';
import { BODY_LIMIT_BYTES, TABLE_LIMIT_BYTES } from '../errors.js';
import { networkOf } from './caller-network.js';
import { MeteredBody } from './metered-body.js';
import { Shares, takeOrRefuse } from './shares.js';
import { isUpload } from './uploads.js';

/** The first bytes of each body are not counted: requests under way are bounded, and nearly every body is smaller. */
const UNCOUNTED_BYTES = 16_384;

/** The memory for bodies that are arriving or in use: an eighth of it for one caller. */
const BODY_BYTES = { each: TABLE_LIMIT_BYTES, all: 128 * BODY_LIMIT_BYTES };

/**
 * Bounds the memory for bodies. Arrived bytes count, not the announced length: a caller who announces much and sends nothing takes
 * nothing from others. A small body with an announced length is not metered.
 */
export function limitBodies(fastify: FastifyInstance): Shares {
  const bytes = new Shares('body bytes', BODY_BYTES.each, BODY_BYTES.all);
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (mayBeLarge(request) && !isUpload(request)) done(null, metered(request, payload, bytes));
    else done();
  });
  return bytes;
}

const mayBeLarge = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > UNCOUNTED_BYTES;

/** The body; each piece is counted on arrival, until the exchange is over. */
function metered({ ip, exchange }: FastifyRequest, payload: RequestPayload, bytes: Shares): Readable {
  const caller = networkOf(ip);
  let arrived = 0;
  let taken = 0;
  const body = new MeteredBody(payload, (length) => {
    arrived += length;
    const due = Math.max(0, arrived - UNCOUNTED_BYTES) - taken;
    takeOrRefuse(bytes, caller, due);
    taken += due;
  });
  exchange.whenOver(() => {
    body.destroy();
    bytes.giveBack(caller, taken);
  });
  return body;
}
