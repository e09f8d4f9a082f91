import type { ReadTx } from '@zero-distance/persistence';
import { SignedLinks } from '@zero-distance/personal-data';
import type { LinkConfig } from './config.js';
import { linkTo } from './link-to.js';
import type { Message } from './message/message.js';
import type { Recipient, Sending } from './sender.js';

/** Adds to a recipient the signed link of the message. It is made when it is needed: a token is kept nowhere. */
export function withSignedLinks(
  { SIGNED_LINK_KEYS, PUBLIC_URL }: LinkConfig,
  recipientOf: (tx: ReadTx, subjectId: string) => Promise<Omit<Recipient, 'link'> | undefined>,
): Sending['recipientOf'] {
  const links = new SignedLinks(SIGNED_LINK_KEYS);
  const linkOf = ({ linkPurpose, linkId }: Message, expiresAt: Date): string =>
    linkPurpose === null || linkId === null
      ? ''
      : linkTo(PUBLIC_URL, `/rate#${links.sign({ purpose: linkPurpose, id: linkId, expiresAt })}`);
  return async (tx, message, until) => {
    const recipient = await recipientOf(tx, message.subjectId);
    return recipient && { ...recipient, link: linkOf(message, until) };
  };
}
