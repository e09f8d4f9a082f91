import { action, PHOTOS, words } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import { noun } from './noun';

const WHY = [words('reason', '说明', 'In words', 1000)] as const;
const ACTIONS = [
  action('/api/dispatch/v1/supervision-orders/{id}/answer', '答复督办', 'Answer', [words('text', '答复', 'Answer', 2000), PHOTOS]),
  action('/api/dispatch/v1/supervision-orders/{id}/close', '销号', 'Close', WHY),
  action('/api/dispatch/v1/supervision-orders/{id}/return', '退回答复', 'Send the answer back', WHY),
  action('/api/dispatch/v1/supervision-orders/{id}/revoke', '撤销督办单', 'Revoke', WHY, { isGrave: true }),
];

/** 督办单. */
export const SUPERVISION_ORDER = noun<DispatchSchemas['SupervisionOrderDto']>({
  name: 'supervision-order',
  zh: '督办单',
  en: 'Supervision orders',
  service: 'dispatch',
  path: '/api/dispatch/v1/supervision-orders',
  states: 'supervision-order-state',
  readers: ['handler', 'dispatcher', 'leader'],
  searched: ['编号、类别或区划', 'Number, category or area'],
  filters: ['state', 'areaCode', 'overdue', 'month'],
  at: ['时限', 'Due'],
  waits: [
    { roles: ['handler'], query: { state: 'open' }, steps: ['answer'] },
    { roles: ['dispatcher', 'leader'], query: { state: 'answered' }, steps: ['close'] },
  ],
  of: 'workOrderId',
  show: (row, registers) => ({
    ...row,
    title: registers.word('supervision-cause', row.cause),
    who: row.organisation.name,
    at: row.dueAt,
    lamp: null,
    number: null,
    note: row.workOrderIds.length > 1 ? registers.both(`${row.workOrderIds.length} 件`, `${row.workOrderIds.length} orders`) : '',
    matter: `/desk/orders/${row.workOrderIds[0]}`,
    facts: [
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
