import type { Actor } from '@zero-distance/kernel';
import type { MatterTexts } from '@zero-distance/platform';
import type { FollowUpDto } from './follow-up.dto.js';

/** A follow-up as it is kept. */
interface FollowUp {
  readonly id: string;
  readonly requestId: string;
  readonly at: Date;
  readonly kind: string;
  readonly channel: string;
  readonly sealedText: string | null;
}

/** A follow-up to one caller. Who may be complained of sees that there was a complaint, and not its words. */
export const toFollowUpDto = (followUp: FollowUp, { org }: Actor, texts: MatterTexts): FollowUpDto => {
  const { id, at, kind, channel } = followUp;
  return { id, at: at.toISOString(), kind, channel, text: kind === 'complaint' && org !== undefined ? null : texts.followUp(followUp) };
};
