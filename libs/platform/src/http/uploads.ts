import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseRequest } from '../errors.js';
import { networkOf } from './caller-network.js';
import { MeteredBody } from './metered-body.js';
import { Shares, takeOrRefuse } from './shares.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file: it is read as it comes, and has limits of its own. */
    upload?: boolean;
  }
  interface FastifyRequest {
    /** The body of an upload, not read yet. */
    upload: Readable | undefined;
  }
}

/** The config of a route that takes a file. */
export const UPLOAD_ROUTE = { upload: true } as const;

/** More than the largest file of any policy, and what a form puts around it. */
export const UPLOAD_LIMIT_BYTES = 201 * 1_048_576;

/** Uploads under way: half of them for one address, which may be an office. */
const UPLOADS = { each: 32, all: 64 };

/** The rest of a refused upload is read if it is no more than this: else the connection is closed, and its caller may never see the answer. */
const DRAIN_LIMIT_BYTES = 32 * 1_048_576;

export const isUpload = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean => routeOptions.config?.upload === true;

/**
 * Bounds uploads: how many at once, and how large each. They hold no memory, because no more is read than is passed on, so they count in none
 * of the bounds of bodies; nor do they take one of the slots of a process before they are there.
 */
export function limitUploads(fastify: FastifyInstance): Shares {
  const underWay = new Shares('uploads', UPLOADS.each, UPLOADS.all);
  fastify.decorateRequest('upload', undefined);
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (isUpload(request)) done(null, bounded(request, payload as Readable, underWay));
    else done();
  });
  return underWay;
}

/** A form with a file, and a piece of a file that comes in several (tus). */
const UPLOADED = ['multipart/form-data', 'application/offset+octet-stream'];

/** Takes files where a route takes them; elsewhere they are no body. To be called for each scope with parsers of its own. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(UPLOADED, (request, payload, done) => {
    if (!isUpload(request)) return done(refuseRequest('media_type_not_supported'));
    request.upload = payload;
    done(null, undefined); // no body for whom it is parsed and hashed whole
  });
}

/** Whether the caller may go on sending what nobody reads: it sees the answer then, and not a reset. */
export const mayFinishSending = (request: FastifyRequest): boolean =>
  isUpload(request) && Number(request.headers['content-length']) <= DRAIN_LIMIT_BYTES;

function bounded(request: FastifyRequest, payload: Readable, underWay: Shares): Readable {
  const caller = networkOf(request.ip);
  request.exchange.whenOver(() => request.raw.resume()); // what nobody has read
  takeOrRefuse(underWay, caller, 1, mayFinishSending(request));
  const tooLarge = () => refuseRequest('body_too_large', { limit: UPLOAD_LIMIT_BYTES });
  let arrived = 0;
  const body = new MeteredBody(payload, (length) => {
    arrived += length;
    if (arrived > UPLOAD_LIMIT_BYTES) throw tooLarge();
  });
  request.exchange.whenOver(() => {
    underWay.giveBack(caller, 1);
    body.destroy();
  });
  if (Number(request.headers['content-length']) > UPLOAD_LIMIT_BYTES) throw tooLarge();
  return body;
}
