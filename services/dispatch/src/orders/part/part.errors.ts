import { defineErrors } from '@zero-distance/kernel';

/** The refusals about parts that are returned. */
export const refusePart = defineErrors(
  'dispatch',
  {},
  {
    'part.insisted_already': {
      status: 409,
      zh: '派单中心已决定由贵单位协办，不再退回；请签收并反馈。',
      en: 'The centre has decided that your organisation helps: the part is not returned again. Accept it and report.',
    },
  },
);
