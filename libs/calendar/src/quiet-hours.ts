import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** When people are written to, and for how long what they get is good: policies of a service that writes to people, which spreads them into its own. */
export interface MessagePolicies {
  'quiet-from': number;
  'quiet-until': number;
  'link-days': number;
}

/** No rule sets these hours: they are those in which a telephone that rings wakes somebody. */
export const MESSAGE_POLICIES: { readonly [N in keyof MessagePolicies]: PolicyDefinition<MessagePolicies[N]> } = {
  'quiet-from': countUpTo(23, 21, '几点起不发送短信（北京时间，整点）', 'from this hour on (Shanghai time) no text message is sent', 0),
  'quiet-until': countUpTo(
    23,
    8,
    '几点起恢复发送；与 quiet-from 相同为全天发送',
    'until this hour; the same as quiet-from: sent at any time',
    0,
  ),
  'link-days': countUpTo(30, 7, '短信中的链接几天有效', 'days for which the link in a message is good'),
};

const OFFSET_HOURS = 8;

/** Whether nobody is to be disturbed now. The hours may lie around midnight. */
export function isQuiet(now: Date, { 'quiet-from': from, 'quiet-until': until }: MessagePolicies): boolean {
  const hour = (now.getUTCHours() + OFFSET_HOURS) % 24;
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}
