import { defineErrors } from '@zero-distance/kernel';

/** The refusals about who completes what alone. */
export const refuseQualification = defineErrors(
  'intake',
  { code: 'HF-04' },
  {
    'clerk_qualification.no_item': {
      status: 422,
      zh: '服务清单中没有事项 {code}。请先登记该事项。',
      en: 'The catalogue has no item {code}: register it first.',
    },
    'clerk_qualification.not_one_stop': {
      status: 422,
      zh: '事项 {code} 未登记为一人通办（oneStop），不能授予一人通办资格。',
      en: 'The item {code} is not one that a single clerk completes (oneStop): nobody is qualified for it.',
    },
    'clerk_qualification.days_turned': {
      status: 422,
      zh: '停用日期 retiredOn 不得早于起始日期 since。',
      en: 'retiredOn may not lie before since.',
    },
  },
);
