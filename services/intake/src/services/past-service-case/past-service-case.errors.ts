import { defineErrors } from '@zero-distance/kernel';

/** The refusals about service cases of the time before. */
export const refusePastServiceCase = defineErrors(
  'intake',
  { reference: 'BJ-2025-017' },
  {
    'past_service_case.in_future': {
      status: 422,
      zh: '历史办件的时间不能在将来。',
      en: 'What happened to a past service case lies in the future.',
    },
    'past_service_case.out_of_order': {
      status: 422,
      zh: '历史办件的时间次序须为收件、办结、送达、评价，办理时限不早于收件。',
      en: 'A past service case is opened, then decided, then delivered, then rated, and is due no earlier than it is opened.',
    },
    'past_service_case.delivery_unfit': {
      status: 422,
      zh: '已送达的历史办件须填办理时限、办结时间、送达时间和是否一次办成，其他结果不填。',
      en: 'Of a case that was delivered say by when it was due, when it was decided and delivered, and whether the applicant came once (dueAt, decidedAt, deliveredAt, oneVisit), and of no other.',
    },
    'past_service_case.alone_unfit': {
      status: 422,
      zh: '已送达的一人通办事项办件须填是否一人全程办理，其他不填。',
      en: 'Of a case that was delivered, of an item that one clerk completes, say whether one did (alone), and of no other.',
    },
    'past_service_case.rating_unfit': {
      status: 422,
      zh: '满意度和评价时间须同时填写，且仅限已送达的历史办件。',
      en: 'A rating has its time (satisfaction with ratedAt), and is of a case that was delivered.',
    },
    'past_service_case.taken_live': {
      status: 409,
      zh: '办理编号 {reference} 的办件已在本系统登记，不再导入：否则会重复统计。',
      en: 'A service case with the number {reference} was taken in here, and is counted already: leave it out of the file.',
    },
    'past_service_case.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史办件已导入，内容不同。请核对编号。',
      en: 'The past service case {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
