import { defineErrors } from '@zero-distance/kernel';

/** The refusals about residents who are brought in by file. None says what a row says. */
export const refuseReference = defineErrors(
  'intake',
  {},
  {
    'resident_reference.since_each': {
      status: 422,
      zh: '入群日期须与所属群体逐一对应，个数相同；都不填的，自今日起。',
      en: 'Each group has its day, in the same order; leave all days out for today.',
    },
    'resident_reference.since_unfit': {
      status: 422,
      zh: '入群日期须是 YYYY-MM-DD 日期，不晚于今天。',
      en: 'The day is written YYYY-MM-DD, and is not later than today.',
    },
    'resident_reference.differs': {
      status: 409,
      zh: '该原编号的居民已导入，本行内容不同。编号无误的，请在居民档案中更正（correct）；编号有误的，请改编号。',
      en: 'A resident was brought in under this number already, and the row says otherwise. Correct the file of the resident, or the number of the row.',
    },
    'resident_reference.consent_withdrawn': {
      status: 409,
      zh: '该居民在此同意日期之后撤回了同意，不再按旧名册登记。本人重新同意的，请填新的同意日期。',
      en: 'They withdrew their consent on this day or later: an older list does not register them. If they agreed again, say the new day.',
    },
    'resident_reference.erased': {
      status: 409,
      zh: '该原编号的居民档案已清除（本人撤回同意或到期），不再按旧名册登记。本人重新同意的，请登记为新居民。',
      en: 'The file of this number was erased: consent was withdrawn, or nobody needed it. An older list does not bring it back: register them anew when they agree again.',
    },
  },
);
