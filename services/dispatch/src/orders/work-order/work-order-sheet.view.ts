import { readable } from '@zero-distance/calendar';
import { REPLY_RESULTS, REQUEST_KINDS, URGENCIES } from '@zero-distance/contracts';
import { defineDocument, type ValuesOf, wordName } from '@zero-distance/documents';
import type { WorkOrderDetailDto } from './work-order.dto.js';
import { WORK_ORDER_STATES } from './work-order.transitions.js';

/** 工单办理单: what goes with an order on paper. It says nothing of who asked: that stays in intake. */
export const ORDER_SHEET = defineDocument({
  name: 'order-sheet',
  title: '工单办理单 / work order sheet',
  fields: {
    number: { label: '诉求编号 / number of the request', example: '230903011001-261123-000417' },
    kind: { label: '诉求类型 / kind of request', example: '投诉' },
    state: { label: '工单状态 / state', example: '办理中' },
    round: { label: '轮次 / round', example: '1' },
    urgency: { label: '紧急程度 / urgency', example: '一般' },
    categoryCode: { label: '诉求类别 / category', example: '路灯照明' },
    areaCode: { label: '所在区域 / area', example: '学府社区居民委员会' },
    place: { label: '事发地点 / place', example: '学府社区3号楼前', typed: true },
    receivedAt: { label: '受理时间 / received', example: '2026-11-23 12:00' },
    dispatchedAt: { label: '派单时间 / dispatched', example: '2026-11-23 12:01' },
    acceptBy: { label: '签收时限 / to be accepted by', example: '2026-11-23 14:01' },
    answerBy: { label: '办理时限 / to be answered by', example: '2026-11-30 24:00' },
    lead: { label: '主办单位 / lead organisation', example: '区住房和城乡建设局' },
    coHandlers: { label: '协办单位 / co-handlers', example: '区城市管理综合执法局' },
    reason: {
      label: '派单依据 / why it was given to them',
      example: '按职责清单“street-lamps”第 1 版：类别 0102*，区域 230903*',
      typed: true,
    },
    title: { label: '诉求标题 / title', example: '路灯不亮', typed: true },
    text: { label: '诉求内容 / the matter', example: '3号楼前路灯三天不亮，老人出行不便。', typed: true },
    result: { label: '办理结果 / result', example: '已解决' },
    reply: { label: '反馈内容 / reply', example: '已更换灯头，照明恢复正常。', typed: true },
    repliedAt: { label: '反馈时间 / replied', example: '2026-11-24 09:30' },
  },
  tables: {
    history: {
      label: '办理过程 / what was done',
      columns: {
        at: { label: '时间 / when', example: '2026-11-23 12:01' },
        to: { label: '办理至 / state after it', example: '已派' },
        note: { label: '说明 / why', example: '三定规定', typed: true },
      },
    },
  },
  parts: [
    { pairs: ['number', 'kind', 'state', 'round', 'urgency', 'categoryCode', 'areaCode', 'place'] },
    { pairs: ['receivedAt', 'dispatchedAt', 'acceptBy', 'answerBy', 'lead', 'coHandlers'] },
    { words: 'reason' },
    { words: 'title' },
    { words: 'text' },
    { pairs: ['result', 'repliedAt'] },
    { words: 'reply' },
    { table: 'history' },
    { signatures: ['承办单位（盖章） / lead organisation, seal', '经办人（签字） / handler, signature'] },
  ],
});

/** What the codes of an order are called. */
export interface OrderNames {
  readonly category: string;
  readonly area: string;
}

/** What stands on the sheet of an order, as its caller may read it. */
export function toOrderSheet({ due, matter, reply, ...order }: WorkOrderDetailDto, names: OrderNames): ValuesOf<typeof ORDER_SHEET> {
  return {
    number: order.sourceNumber,
    kind: order.requestKind === null ? null : wordName(REQUEST_KINDS, order.requestKind),
    state: wordName(WORK_ORDER_STATES, order.state),
    round: String(order.round),
    urgency: wordName(URGENCIES, order.urgency),
    categoryCode: names.category,
    areaCode: names.area,
    place: matter?.place ?? null,
    receivedAt: clock(order.receivedAt),
    dispatchedAt: clock(order.dispatchedAt),
    acceptBy: clock(due.acceptBy),
    answerBy: clock(due.feedbackBy),
    lead: order.lead?.name ?? null,
    coHandlers: order.coHandlers.map(({ name }) => name).join('、'),
    reason: order.routeReason?.zh ?? null,
    title: order.title,
    text: matter?.text ?? null,
    result: reply ? wordName(REPLY_RESULTS, reply.result) : null,
    reply: reply?.text ?? null,
    repliedAt: clock(reply?.at ?? null),
    history: order.history.map(({ at, to, reason }) => ({ at: clock(at), to: wordName(WORK_ORDER_STATES, to), note: reason })),
  };
}

const clock = (time: string | null): string | null => (time === null ? null : readable(new Date(time)));
