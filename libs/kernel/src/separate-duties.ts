import { type DomainError, defineErrors } from './domain-error.js';

/**
 * 不相容职责: what one person may not do both of in one matter, whatever their roles (which roles one person may not have, the gateway says where it gives
 * them). What is not asked for yet waits for its room: surveys, deliberations.
 */
const SEPARATE_DUTIES = [
  ['ask', 'decide'], // 申请、审批
  ['handle', 'review'], // 办理、审核
  ['collect', 'second-check'], // 采集、复核
  ['count-one', 'count-two'], // 第一次清点、第二次清点
  ['write', 'publish'], // 起草、发布
] as const;
export type Duty = (typeof SEPARATE_DUTIES)[number][number];

const EXAMPLES = { done: 'handle', wanted: 'review' };

const refuse = defineErrors('platform', EXAMPLES, {
  duties_not_separate: {
    status: 403,
    zh: '同一人不得在同一事项中既“{done}”又“{wanted}”，请由他人办理。',
    en: 'Whoever did "{done}" in a matter may not do "{wanted}" in it too: somebody else has to.',
  },
});
/** What {@link checkSeparate} can refuse, for the documents. */
export const SEPARATE_DUTIES_ERRORS = refuse.every;

/**
 * Refuses a duty to who did the other one of its pair in this matter.
 * @param done everybody who did which duty in it: accounts or clients
 */
export function checkSeparate(
  wanted: Duty,
  actorId: string,
  done: Readonly<Partial<Record<Duty, readonly string[]>>>,
): DomainError | undefined {
  for (const pair of SEPARATE_DUTIES) {
    const other = pair.find((duty) => duty !== wanted) as Duty;
    const isOfPair = pair.some((duty) => duty === wanted);
    if (isOfPair && done[other]?.includes(actorId)) return refuse('duties_not_separate', { done: other, wanted });
  }
  return undefined;
}
