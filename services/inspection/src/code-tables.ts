import { HAZARD_SEVERITIES, URGENCIES, URGENCY_LABELS } from '@zero-distance/contracts';
import { FILE_CODE_TABLES } from '@zero-distance/files';
import { defineCodeTable } from '@zero-distance/kernel';
import { SETTLEMENTS } from './hazard/finding.js';
import { HAZARD_STATES } from './hazard/hazard.transitions.js';
import { PREMISES_KINDS, PREMISES_STATUSES } from './premises/premises.js';
import { ITEM_RESULTS } from './visit/visit.js';

/** The words of inspection's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('urgency', URGENCIES, URGENCY_LABELS),
  defineCodeTable('hazard-state', HAZARD_STATES, {
    found: '已发现 / found',
    corrected: '当场整改 / corrected on the spot',
    ordered: '责令限期整改 / rectification ordered',
    transferred: '已移交 / transferred',
    rectified: '已报整改 / reported rectified',
    closed: '已销号 / closed',
    failed: '复查不合格 / recheck failed',
  }),
  defineCodeTable('hazard-severity', HAZARD_SEVERITIES, {
    minor: '一般 / minor',
    serious: '较重 / serious',
    'suspected-major': '疑似重大 / suspected major',
  }),
  defineCodeTable('premises-kind', PREMISES_KINDS, {
    catering: '小餐饮 / catering',
    entertainment: '小娱乐 / entertainment',
    teaching: '小教学 / teaching',
    hotel: '小旅馆 / hotel',
    shop: '小商店 / shop',
    workshop: '小生产加工 / workshop',
    'internet-cafe': '小网吧 / internet café',
    'leisure-fitness': '小休闲健身 / leisure and fitness',
    clinic: '小诊所 / clinic',
  }),
  defineCodeTable('premises-status', PREMISES_STATUSES, {
    active: '营业 / active',
    suspended: '停业 / suspended',
    closed: '关闭 / closed',
  }),
  defineCodeTable('item-result', ITEM_RESULTS, { pass: '合格 / pass', fail: '不合格 / fail', 'not-applicable': '不涉及 / not applicable' }),
  defineCodeTable('settlement', SETTLEMENTS, {
    'on-the-spot': '当场整改 / on the spot',
    notice: '限期整改通知 / notice',
    transfer: '移交工单 / transfer',
  }),
  ...FILE_CODE_TABLES,
];
