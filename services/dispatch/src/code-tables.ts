import { DAY_SOURCES, DURATION_UNITS, LAMPS } from '@zero-distance/calendar';
import {
  APPLICATION_KINDS,
  CHANNEL_LABELS,
  CHANNELS,
  CONTACT_WAYS,
  ESCALATIONS,
  FACILITIES,
  FACILITY_LABELS,
  FOLLOW_UP_KIND_LABELS,
  FOLLOW_UP_KINDS,
  HOLIDAY_KINDS,
  ORGANISATION_KINDS,
  PART_ENDINGS,
  REPLY_RESULTS,
  REQUEST_KIND_LABELS,
  REQUEST_KINDS,
  SUPERVISION_CAUSES,
  SUPERVISION_OPENERS,
  URGENCIES,
  URGENCY_LABELS,
  WHISTLE_RESULTS,
  WORK_ORDER_TYPES,
} from '@zero-distance/contracts';
import { FILE_CODE_TABLES } from '@zero-distance/files';
import { defineCodeTable } from '@zero-distance/kernel';
import { DEADLINE_KINDS, REMINDER_LEVELS } from './deadlines/deadline/deadline.js';
import { EXCLUSION_REASONS } from './orders/application/application.js';
import { APPLICATION_STATES } from './orders/application/application.transitions.js';
import { PART_STATES } from './orders/part/part.transitions.js';
import { SUPERVISION_ORDER_STATES } from './orders/supervision-order/supervision-order.transitions.js';
import { WHISTLE_STATES } from './orders/whistle/whistle.transitions.js';
import { APPOINTMENT_REASONS } from './orders/work-order/appointment.js';
import { HANDLING_WARNINGS } from './orders/work-order/handling.errors.js';
import { ORDER_OPENINGS } from './orders/work-order/opening.js';
import { REJECT_REASONS, RETURN_REASONS, TERMINATE_REASONS } from './orders/work-order/reasons.js';
import { ROUTE_CODES } from './orders/work-order/work-order.js';
import { WORK_ORDER_STATES } from './orders/work-order/work-order.transitions.js';

/** The words of dispatch's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('request-kind', REQUEST_KINDS, REQUEST_KIND_LABELS),
  defineCodeTable('work-order-state', WORK_ORDER_STATES, {
    pending: '待派 / pending',
    dispatched: '已派 / dispatched',
    accepted: '已签收 / accepted',
    'in-progress': '办理中 / in progress',
    parked: '已挂账 / parked',
    replied: '已反馈 / replied',
    approved: '已审核 / approved',
    closed: '已办结 / closed',
    terminated: '已终止 / terminated',
  }),
  defineCodeTable('work-order-type', WORK_ORDER_TYPES, {
    request: '诉求 / request',
    'hazard-rectification': '隐患整改 / rectification of a hazard',
    'facility-fault': '设施维修 / repair at a service point',
  }),
  defineCodeTable('facility', FACILITIES, FACILITY_LABELS),
  defineCodeTable('urgency', URGENCIES, URGENCY_LABELS),
  defineCodeTable('contact-way', CONTACT_WAYS, {
    phone: '电话 / telephone',
    message: '短信或微信 / message',
    visit: '上门 / visit',
    meeting: '当面 / in person',
  }),
  defineCodeTable('handling-warning', HANDLING_WARNINGS, { 'requester-not-reached': '未联系上诉求人 / the requester was not reached' }),
  defineCodeTable('reply-result', REPLY_RESULTS, {
    solved: '已解决 / solved',
    explained: '已解释 / explained',
    unsolvable: '暂不能解决 / cannot be solved now',
  }),
  defineCodeTable('return-reason', RETURN_REASONS, {
    'not-our-duty': '非本单位职责 / not our duty',
    'wrong-area': '区划有误 / wrong area',
    duplicate: '重复 / duplicate',
    'insufficient-information': '信息不足 / insufficient information',
    'no-capacity': '已约满（仅限点单的服务） / no capacity (of an ordered service)',
  }),
  defineCodeTable('appointment-reason', APPOINTMENT_REASONS, {
    resident: '居民要求 / the resident wants it',
    provider: '服务单位原因 / the provider cannot',
    'not-met': '上门未遇 / nobody was met',
  }),
  defineCodeTable('reject-reason', REJECT_REASONS, {
    incomplete: '不完整 / incomplete',
    'not-solved': '未解决 / not solved',
    'contradicts-facts': '与事实不符 / contradicts the facts',
    unclear: '表述不清 / unclear',
  }),
  defineCodeTable('terminate-reason', TERMINATE_REASONS, {
    duplicate: '重复 / duplicate',
    'out-of-scope': '不属受理范围 / out of scope',
    unreasonable: '不合理诉求 / unreasonable',
    'cannot-be-verified': '无法核实 / cannot be verified',
    'not-cooperating': '诉求人不配合 / the requester does not cooperate',
  }),
  defineCodeTable('route-code', ROUTE_CODES, {
    'responsibility-list': '按职责清单 / by the responsibility list',
    designated: '指定 / designated',
  }),
  defineCodeTable('lamp', LAMPS, { green: '绿灯 / green', yellow: '黄灯 / yellow', red: '红灯 / red' }),
  defineCodeTable('reminder-level', REMINDER_LEVELS, {
    reminder: '催办 / reminder',
    yellow: '黄牌 / yellow card',
    red: '红牌 / red card',
  }),
  defineCodeTable('organisation-kind', ORGANISATION_KINDS, {
    department: '部门 / department',
    street: '街道办事处 / street office',
    town: '乡镇政府 / town government',
    community: '社区居委会 / community committee',
    village: '村委会 / village committee',
    centre: '中心 / centre',
    utility: '公用事业单位 / utility',
    'property-company': '物业服务企业 / property company',
    'owners-committee': '业主委员会 / owners’ committee',
    'social-organisation': '社会组织 / social organisation',
    'volunteer-team': '志愿服务队 / volunteer team',
    union: '工会 / union',
    provider: '服务机构 / provider',
  }),
  defineCodeTable('follow-up-kind', FOLLOW_UP_KINDS, FOLLOW_UP_KIND_LABELS),
  defineCodeTable('channel', CHANNELS, CHANNEL_LABELS),
  defineCodeTable('holiday-kind', HOLIDAY_KINDS, { holiday: '放假 / day off', workday: '调休上班 / working day' }),
  defineCodeTable('day-source', DAY_SOURCES, {
    table: '本区调整 / table of the district',
    published: '国务院公布 / published by the State Council',
    weekday: '按星期 / by its weekday',
  }),
  ...FILE_CODE_TABLES,
  defineCodeTable('application-state', APPLICATION_STATES, {
    asked: '待审批 / to be decided',
    appealed: '待复核 / appealed',
    refused: '未同意 / refused',
    granted: '已同意 / granted',
    withdrawn: '已撤回 / withdrawn',
    lapsed: '已失效 / lapsed',
    revoked: '已撤销 / revoked',
  }),
  defineCodeTable('application-kind', APPLICATION_KINDS, {
    return: '退单 / return',
    extension: '延期 / extension',
    parking: '挂账 / parking',
    termination: '终止 / termination',
    reassignment: '改派 / reassignment',
    exclusion: '剔除 / exclusion from figures',
  }),
  defineCodeTable('exclusion-reason', EXCLUSION_REASONS, { unreasonable: '诉求不合理 / unreasonable', parked: '挂账 / parked' }),
  defineCodeTable('deadline-kind', DEADLINE_KINDS, {
    granted: '授予 / granted',
    extended: '延期 / extended',
    corrected: '更正 / corrected',
    paused: '暂停 / paused',
    resumed: '恢复 / resumed',
    calendar_changed: '日历变更 / calendar changed',
  }),
  defineCodeTable('duration-unit', DURATION_UNITS, {
    hour: '小时 / hour',
    working_hour: '工作小时 / working hour',
    natural_day: '自然日 / natural day',
    working_day: '工作日 / working day',
  }),
  defineCodeTable('escalation', ESCALATIONS, {
    'government-office': '政府办 / government office',
    'leaders-meeting': "领导专题会 / leaders' meeting",
  }),
  defineCodeTable('order-opening', ORDER_OPENINGS, { whistle: '吹哨 / whistle', 'supervision-order': '开具督办单 / supervision order' }),
  defineCodeTable('whistle-state', WHISTLE_STATES, {
    called: '已吹哨 / called',
    concluded: '已办结 / concluded',
    cancelled: '已取消 / cancelled',
  }),
  defineCodeTable('whistle-result', WHISTLE_RESULTS, {
    solved: '已解决 / solved',
    agreed: '已议定措施 / measures agreed',
    unsolved: '未能解决 / not solved',
  }),
  defineCodeTable('supervision-order-state', SUPERVISION_ORDER_STATES, {
    open: '待答复 / to be answered',
    answered: '已答复 / answered',
    closed: '已销号 / closed',
    revoked: '已撤销 / revoked',
  }),
  defineCodeTable('supervision-cause', SUPERVISION_CAUSES, {
    'refused-to-take': '推诿不接 / refused to take',
    overdue: '逾期 / overdue',
    'solvable-not-solved': '能解决未解决 / solvable but not solved',
    'bad-effect': '影响恶劣 / bad effect',
    repeated: '反复集中 / repeated or concentrated',
    'knowledge-not-updated': '知识库未更新 / knowledge not updated',
  }),
  defineCodeTable('supervision-opener', SUPERVISION_OPENERS, {
    leader: '领导 / a leader',
    centre: '派单中心 / the centre',
    'red-lamp': '红牌自动 / the red lamp',
  }),
  defineCodeTable('part-state', PART_STATES, {
    open: '待签收 / to be accepted',
    accepted: '协办中 / being done',
    returned: '已退回待定 / returned, to be decided',
    reported: '已反馈 / reported',
    ended: '已结束 / ended',
  }),
  defineCodeTable('part-ending', PART_ENDINGS, {
    'order-ended': '工单已结束 / the order has ended',
    'given-to-another': '工单已改派或退单 / the order was given to another or returned',
    reworked: '工单返工，另行协办 / the order is reworked, with new parts',
    recused: '须回避 / recused',
    'taken-off': '不再协办 / the order does without it',
  }),
];
