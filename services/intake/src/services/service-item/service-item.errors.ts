import { defineErrors } from '@zero-distance/kernel';

/** The refusals about items of the catalogue. */
export const refuseItem = defineErrors(
  'intake',
  { code: 'EL-01', version: 1 },
  {
    'service_item.not_found': {
      status: 404,
      zh: '服务清单中没有事项 {code} 第 {version} 版。',
      en: 'The catalogue has no item {code} in version {version}.',
    },
  },
);
