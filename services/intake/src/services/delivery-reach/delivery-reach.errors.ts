import { defineErrors } from '@zero-distance/kernel';

/** The refusals about whom the five deliveries reached. */
export const refuseReach = defineErrors(
  'intake',
  { period: '2026-13' },
  {
    'delivery_reach.period_invalid': {
      status: 422,
      zh: '“{period}”不是期间：请写作 YYYY 或 YYYY-MM，例如 2026-11。',
      en: '"{period}" is no period: write YYYY or YYYY-MM, as in 2026-11.',
    },
  },
);
