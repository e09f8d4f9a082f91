import { defineErrors } from '@zero-distance/kernel';

/** The refusals about parts that are returned, or taken back. */
export const refusePart = defineErrors(
  'dispatch',
  { most: '200' },
  {
    'part.insisted_already': {
      status: 409,
      zh: '派单中心已决定由贵单位协办，不再退回；请签收并反馈。',
      en: 'The centre has decided that your organisation helps: the part is not returned again. Accept it and report.',
    },
    'part.not_sender': {
      status: 403,
      zh: '协办反馈由谁提交，由谁撤回；其他人请与主办单位联系。',
      en: 'A report is taken back by who sent it; others tell the lead.',
    },
    'part.answered_already': {
      status: 409,
      zh: '主办单位已反馈或已评分：协办反馈不再撤回，退回的协办也不再维持；需要更正或补充的，请告知主办单位。',
      en: 'The lead has answered, or marked the part, already: a report is not taken back, and a returned part not insisted on, any more. Tell the lead.',
    },
    'part.taken_back_too_often': {
      status: 409,
      zh: '本协办的反馈已撤回 {most} 次（参数 reports-per-order），不能再撤回；需要更正的，请告知主办单位。',
      en: 'The report of this part was taken back {most} times already (policy reports-per-order): tell the lead what is wrong with it.',
    },
  },
);
