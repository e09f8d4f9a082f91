import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type LinkPurpose, SignedLinks } from '@zero-distance/personal-data';
import type { FastifyRequest } from 'fastify';
import { refuseRequest } from '../errors.js';

/** The header that carries the token of a signed link. Not the path or the query: those stand in the logs of every proxy on the way. */
const HEADER = 'signed-link';

/** What an operation that is reached by a signed link refuses besides its own. */
export const SIGNED_LINK_ERRORS = [refuseRequest('link_invalid'), refuseRequest('link_expired')];

/** Takes the signed links of residents: `{ provide: LinkReader, useValue: new LinkReader(config.SIGNED_LINK_KEYS) }`. */
export class LinkReader {
  private readonly links: SignedLinks;

  constructor(ring: string) {
    this.links = new SignedLinks(ring);
  }

  /** What a link leads to and until when. Throws the refusal of one that is missing, altered, expired or for something else. */
  open(token: string, purpose: LinkPurpose, now = new Date()): { readonly id: string; readonly expiresAt: Date } {
    const reading = this.links.read(token, purpose, now);
    if (typeof reading === 'string') throw refuseRequest(reading === 'expired' ? 'link_expired' : 'link_invalid');
    return reading;
  }
}

const linkParam = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers[HEADER];
  return typeof given === 'string' ? given : '';
});

/** `@LinkParam() link: string`: the token of the signed link that the caller was sent; '' for none. `LinkReader` says what it is worth. */
export function LinkParam(): ParameterDecorator {
  return (target, key, index) => {
    linkParam()(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key === undefined || !descriptor) return;
    ApiHeader({
      name: 'Signed-Link',
      required: true,
      description: '签名链接中“#”之后的部分 / what stands behind the # of the link that was sent',
      schema: { type: 'string', maxLength: 128, examples: ['k1.AZClwHwecACAAAAAAAAAEgBrDPTA.lLXqmbsjP8gLqZKhHcSOPg'] },
    })(target, key, descriptor);
  };
}
