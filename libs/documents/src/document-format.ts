import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** A form in which a document leaves the house. */
export interface DocumentFormat {
  readonly name: 'page' | 'docx';
  /** As `Accept` asks for it. */
  readonly mediaType: string;
  readonly extension: 'html' | 'docx';
}

/** A page to print: what is answered where nothing else is asked for. */
const PAGE: DocumentFormat = { name: 'page', mediaType: 'text/html', extension: 'html' };
export const DOCX: DocumentFormat = {
  name: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
};

/** Media types of a document, for `files` of its operation. */
export const DOCUMENT_TYPES: readonly string[] = [PAGE.mediaType, DOCX.mediaType];

/** The one that `Accept` prefers (RFC 9110 §12.5.1). */
export const documentFormat = (accept: string | undefined): DocumentFormat =>
  accept !== undefined && new Negotiator({ headers: { accept } }).mediaType([...DOCUMENT_TYPES]) === DOCX.mediaType ? DOCX : PAGE;

/** `@AskedDocument() format: DocumentFormat`: the form that `Accept` asks for. */
export const AskedDocument = createParamDecorator(
  (_data: unknown, context: ExecutionContext): DocumentFormat =>
    documentFormat(context.switchToHttp().getRequest<FastifyRequest>().headers.accept),
);
