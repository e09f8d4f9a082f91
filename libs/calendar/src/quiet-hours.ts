import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** When and how often people are written to, and for how long what they get is good: policies of a service that writes to people. */
export interface MessagePolicies {
  'quiet-from': number;
  'quiet-until': number;
  'link-days': number;
  'messages-a-day': number;
  'messages-abroad': number;
}

/**
 * They are spread into the service's own. No rule sets these hours: they are those in which a telephone that rings wakes somebody.
 * @param aDay how many messages one number or address gets in a day, unless an administrator says otherwise
 */
export const messagePolicies = (aDay: number): { readonly [N in keyof MessagePolicies]: PolicyDefinition<MessagePolicies[N]> } => ({
  'quiet-from': countUpTo(23, 21, '几点起不发送短信（北京时间，整点）', 'from this hour on (Shanghai time) no text message is sent', 0),
  'quiet-until': countUpTo(
    23,
    8,
    '几点起恢复发送；与 quiet-from 相同为全天发送',
    'until this hour; the same as quiet-from: sent at any time',
    0,
  ),
  'link-days': countUpTo(30, 7, '短信中的链接几天有效', 'days for which the link in a message is good'),
  'messages-a-day': countUpTo(
    1000,
    aDay,
    '同一号码或邮箱24小时内最多发送几条，超出的不再发送；默认值为本系统自定',
    'messages to one number or address within 24 hours: what is beyond is not sent. The preset is our own',
  ),
  'messages-abroad': countUpTo(1, 0, '是否向境外号码发送短信：1 是，0 否', 'whether numbers abroad are written to: 1 yes, 0 no', 0),
});

const OFFSET_HOURS = 8;

/** Whether nobody is to be disturbed now. The hours may lie around midnight. */
export function isQuiet(
  now: Date,
  { 'quiet-from': from, 'quiet-until': until }: Pick<MessagePolicies, 'quiet-from' | 'quiet-until'>,
): boolean {
  const hour = (now.getUTCHours() + OFFSET_HOURS) % 24;
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}
