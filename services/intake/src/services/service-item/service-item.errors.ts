import { defineErrors } from '@zero-distance/kernel';

/** The refusals about items of the catalogue. */
export const refuseItem = defineErrors(
  'intake',
  { code: 'EL-01', version: 1, successor: 'EL-07' },
  {
    'service_item.successor_wanted': {
      status: 422,
      zh: '接续事项 {successor} 须是另一个已登记的事项，且不再由本事项接续；须同时填写停办日期 retiredOn。文件中请将其排在前面。',
      en: 'The successor {successor} has to be another item that is registered and is not followed by this one, and retiredOn has to be said with it. In a file, it stands before.',
    },
    'service_item.not_found': {
      status: 404,
      zh: '服务清单中没有事项 {code} 第 {version} 版。',
      en: 'The catalogue has no item {code} in version {version}.',
    },
  },
);
