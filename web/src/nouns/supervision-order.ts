import { action, PHOTOS, words } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import type { Registers } from '../desk/registers';
import { type Listed, noun } from './noun';
import { REQUEST } from './request';

const WHY = [words('reason', '说明', 'In words', 1000)] as const;
const ACTIONS = [
  action('/api/dispatch/v1/supervision-orders/{id}/answer', '答复督办', 'Answer', [words('text', '答复', 'Answer', 2000), PHOTOS]),
  action('/api/dispatch/v1/supervision-orders/{id}/take-back', '撤回答复', 'Take the answer back', WHY),
  action('/api/dispatch/v1/supervision-orders/{id}/close', '销号', 'Close', WHY),
  action('/api/dispatch/v1/supervision-orders/{id}/return', '退回答复', 'Send the answer back', WHY),
  action('/api/dispatch/v1/supervision-orders/{id}/revoke', '撤销督办单', 'Revoke', WHY, { isGrave: true }),
];

type Supervised = DispatchSchemas['SupervisionOrderDto'];

const nameOf = ({ sourceNumber, categoryCode }: Supervised['orders'][number], registers: Registers): string =>
  [sourceNumber, registers.category(categoryCode)].filter(Boolean).join(' · ');

/** Of several orders, one line each, which leads to it. */
const ordersOf = ({ orders, openedAt }: Supervised, registers: Registers): Listed[] => [
  {
    zh: '督办的工单',
    en: 'The orders it is about',
    lines: orders.map((order) => ({
      id: order.workOrderId,
      at: openedAt,
      text: nameOf(order, registers),
      matter: `/desk/orders/${order.workOrderId}`,
    })),
  },
];

/** 督办单. */
export const SUPERVISION_ORDER = noun<Supervised>({
  name: 'supervision-order',
  zh: '督办单',
  en: 'Supervision orders',
  service: 'dispatch',
  path: '/api/dispatch/v1/supervision-orders',
  states: 'supervision-order-state',
  readers: ['handler', 'dispatcher', 'leader'],
  searched: ['编号、类别或区划', 'Number, category or area'],
  wordsAmong: REQUEST,
  filters: ['state', 'areaCode', 'overdue', 'month'],
  at: ['时限', 'Due'],
  waits: [
    { roles: ['handler'], query: { state: 'open' }, steps: ['answer'] },
    { roles: ['dispatcher', 'leader'], query: { state: 'answered' }, steps: ['close'] },
  ],
  of: 'workOrderId',
  lists: ordersOf,
  show: (row, registers) => ({
    ...row,
    title: registers.word('supervision-cause', row.cause),
    who: row.organisation.name,
    at: row.dueAt,
    lamp: null,
    number:
      row.orders
        .map(({ sourceNumber }) => sourceNumber)
        .filter(Boolean)
        .join('、') || null,
    note: [...new Set(row.orders.map(({ categoryCode }) => registers.category(categoryCode)))].join('、'),
    matter: row.orders.length > 1 ? null : `/desk/orders/${row.workOrderIds[0]}`,
    facts: [
      ['编号', 'Number', row.orders.length > 1 ? null : (row.orders[0]?.sourceNumber ?? null)],
      ['督办要求', 'What is wanted', row.reason],
      ['答复', 'Answer', row.answer],
      ['开具', 'Opened by', registers.word('supervision-opener', row.openedBy)],
      ['开具时间', 'Opened', { at: row.openedAt }],
      ['通报月份', 'Month', row.month],
      ['答复时间', 'Answered', { at: row.answeredAt }],
      ['销号时间', 'Closed', { at: row.closedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
