import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = {
  ...{ code: 'nuanfeng-01', bays: 6, day: '2026-12-01', successor: 'nuanfeng-02', name: '体育馆暖蜂驿站', address: '体育街3号' },
};

/** The refusals about service points. */
export const refusePoint = defineErrors('intake', EXAMPLES, {
  'service_point.not_found': {
    status: 404,
    zh: '没有代码为 {code} 的阵地，或已停用。',
    en: 'There is no service point {code}, or it is there no more.',
  },
  'service_point.retired': {
    status: 410,
    zh: '阵地 {code} 自 {day} 起停用，没有接替的阵地。',
    en: 'The service point {code} is there no more from {day} on, and none replaced it.',
  },
  'service_point.succeeded': {
    status: 410,
    zh: '阵地 {code} 自 {day} 起停用，由 {successor}（{name}，{address}）接替：请向其上报。',
    en: 'The service point {code} is there no more from {day} on: {successor} ({name}, {address}) replaced it. Report it there.',
  },
  'service_point.no_successor': {
    status: 422,
    zh: '没有代码为 {code} 的其他在用阵地：请先登记接替的阵地，再填其代码；已定停用的不能接替。',
    en: 'There is no other service point {code} in use: register the one to go to instead first, then name it. One that is to be retired itself replaces none.',
  },
  'service_point.successor_of_none': {
    status: 422,
    zh: '填了接替阵地，就须填停用日期；未停用的不填接替阵地。',
    en: 'Who names a successor has to say from which day on: fill in retiredOn, or leave successorCode out.',
  },
  'service_point.more_than_bays': {
    status: 422,
    zh: '阵地 {code} 登记了 {bays} 个车位，空余的不能更多：请核对，或先修改登记的车位数。',
    en: 'The service point {code} is registered with {bays} bays, so no more can be free: count again, or change the register first.',
  },
});
