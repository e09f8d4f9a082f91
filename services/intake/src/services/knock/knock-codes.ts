import { KNOCK_NEEDS, KNOCK_OUTCOMES } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { KNOCK_NEED_STATES } from '../knock-need/knock-need.transitions.js';

/** The words of knocks and of needs that are found at doors, with their names. */
export const KNOCK_CODE_TABLES = [
  defineCodeTable('knock-outcome', KNOCK_OUTCOMES, {
    met: '见到 / met',
    'not-home': '不在家 / not home',
    refused: '拒访 / refused',
    moved: '已搬走 / moved away',
    empty: '空户 / nobody lives there',
    'wrong-address': '地址不符 / wrong address',
    'will-call': '另约 / another time was agreed',
  }),
  defineCodeTable('knock-need', KNOCK_NEEDS, {
    request: '诉求 / request',
    'service-order': '点单 / service order',
    'key-person': '重点服务对象 / key person',
    'register-correction': '登记信息更正 / correction of a register',
    topic: '议题 / topic',
  }),
  defineCodeTable('knock-need-state', KNOCK_NEED_STATES, {
    waiting: '待落实 / to become something',
    linked: '已落实 / linked',
    dropped: '不再需要 / none any more',
  }),
];
