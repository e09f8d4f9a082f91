import type { DispatchSchemas } from '../api/services';
import { orderTitle } from '../matter/order-title';
import { MATTER_READERS, noun } from './noun';
import { REQUEST } from './request';

const waiting = (state: DispatchSchemas['WorkOrderDto']['state'], role: string, ...steps: string[]) => ({
  roles: [role],
  query: { state, sort: 'due' as const },
  steps,
});

/** 工单. */
export const ORDER = noun<DispatchSchemas['WorkOrderDto']>({
  name: 'order',
  zh: '工单',
  en: 'Work orders',
  service: 'dispatch',
  path: '/api/dispatch/v1/work-orders',
  states: 'work-order-state',
  readers: MATTER_READERS,
  searched: ['编号、类别或区划', 'Number, category or area'],
  wordsAmong: REQUEST,
  filters: ['state', 'areaCode', 'overdue', 'sort'],
  at: ['当前步骤时限', 'Step due'],
  waits: [
    waiting('pending', 'dispatcher', 'dispatch'),
    waiting('terminated', 'dispatcher', 'dispatch-again'),
    waiting('dispatched', 'handler', 'accept'),
    waiting('accepted', 'handler', 'start'),
    waiting('in-progress', 'handler', 'reply'),
    waiting('replied', 'grid-worker', 'confirm'),
    waiting('replied', 'reviewer', 'approve'),
  ],
  show: (row, registers) => ({
    ...row,
    title: orderTitle(row, registers),
    who: row.lead?.name ?? null,
    at: row.due.step,
    overdue: row.due.overdue,
    lamp: row.due.lamp,
    number: row.sourceNumber,
    note: registers.category(row.categoryCode),
    matter: null,
    opens: `/desk/orders/${row.id}`,
    facts: [],
    allowed: row.actions,
    actions: [],
  }),
});
