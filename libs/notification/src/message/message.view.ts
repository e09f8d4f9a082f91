import type { MessageDto } from './message.dto.js';
import type { Message } from './message.js';

/** A message as the API answers it. */
export const toMessageDto = (message: Message): MessageDto => {
  const { key, linkPurpose, linkId, version, ...shown } = message;
  return {
    ...shown,
    createdAt: message.createdAt.toISOString(),
    notBefore: message.notBefore.toISOString(),
    settledAt: message.settledAt?.toISOString() ?? null,
  };
};
