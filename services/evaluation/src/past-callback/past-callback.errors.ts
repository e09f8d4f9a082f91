import { defineErrors } from '@zero-distance/kernel';

/** The refusals about callbacks of the time before. */
export const refusePastCallback = defineErrors(
  'evaluation',
  { reference: 'HOTLINE-2025-000417' },
  {
    'past_callback.no_request': {
      status: 422,
      retryAfterSeconds: 1,
      zh: '没有原编号为 {reference} 的历史诉求。请先导入历史诉求（past-requests）；刚导入的请按 Retry-After 重试。',
      en: 'No past request with the number {reference} is known. Bring it in first (past-requests); one brought in a moment ago is heard of soon: try again after Retry-After.',
    },
    'past_callback.not_closed': {
      status: 409,
      zh: '历史诉求 {reference} 未办结，没有回访结果可导入。',
      en: 'The past request {reference} is not closed: nobody was asked about it yet.',
    },
    'past_callback.in_future': {
      status: 422,
      zh: '历史回访的时间不能在将来。',
      en: 'The time of a past callback lies in the future.',
    },
    'past_callback.before_reply': {
      status: 422,
      zh: '历史回访不能早于诉求的答复时间。',
      en: 'A past callback is made after its request was answered.',
    },
    'past_callback.answer_unfit': {
      status: 422,
      zh: '联系到的，须填写是否解决和满意度；未联系到的，两项都不填。',
      en: 'Who was reached said whether it is solved and how satisfied they are; who was not reached said neither.',
    },
    'past_callback.differs': {
      status: 409,
      zh: '历史诉求 {reference} 已有回访，内容不同。请核对编号。',
      en: 'The past request {reference} has a callback already, which says otherwise. Look at its number.',
    },
  },
);
