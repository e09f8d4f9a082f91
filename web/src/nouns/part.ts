import { action, number, PHOTOS, words } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import { noun } from './noun';
import { REQUEST } from './request';

const WHY = [words('reason', '理由', 'Why', 1000)] as const;
const ACTIONS = [
  action('/api/dispatch/v1/parts/{id}/accept', '签收协办', 'Accept the part'),
  action('/api/dispatch/v1/parts/{id}/report', '向主办单位反馈', 'Report to the lead', [
    words('text', '办理情况', 'What was done', 2000),
    words('lateReason', '逾期原因（逾期的必填）', 'Why it is late, where it is', 1000, { required: false }),
    PHOTOS,
  ]),
  action('/api/dispatch/v1/parts/{id}/take-back', '撤回反馈', 'Take the report back', WHY),
  action('/api/dispatch/v1/parts/{id}/return', '退回协办', 'Return it: not our matter', WHY),
  action('/api/dispatch/v1/parts/{id}/insist', '维持协办', 'Insist that it helps', WHY),
  action('/api/dispatch/v1/parts/{id}/mark', '评分', 'Mark', [number('mark', '评分', 'Mark', { max: 10 })]),
];

/** 协办: the part of a co-handler. */
export const PART = noun<DispatchSchemas['PartDto']>({
  name: 'part',
  zh: '协办',
  en: 'Parts',
  service: 'dispatch',
  path: '/api/dispatch/v1/parts',
  states: 'part-state',
  readers: ['handler', 'dispatcher'],
  searched: ['编号、类别或区划', 'Number, category or area'],
  wordsAmong: REQUEST,
  filters: ['state', 'areaCode', 'overdue', 'undecided'],
  at: ['反馈时限', 'To be reported by'],
  waits: [
    { roles: ['handler'], query: { state: 'open' }, steps: ['accept'] },
    { roles: ['handler'], query: { state: 'accepted' }, steps: ['report'] },
    { roles: ['dispatcher'], query: { state: 'returned' }, steps: ['insist'] },
  ],
  of: 'workOrderId',
  show: (row, registers) => ({
    ...row,
    title: registers.both(`协助${row.lead.name}`, `For ${row.lead.name}`),
    overdue: row.overdue || (row.undecided && row.actions.includes('insist')), // late at who decides, and at nobody else
    who: row.organisation.name,
    at: row.dueAt,
    lamp: null,
    number: row.sourceNumber,
    note: registers.category(row.categoryCode),
    matter: `/desk/orders/${row.workOrderId}`,
    facts: [
      ['编号', 'Number', row.sourceNumber],
      ['退回理由', 'Returned because', row.returnReason],
      ['反馈', 'Report', row.report],
      ['反馈时间', 'Reported', { at: row.reportedAt }],
      ['逾期原因', 'Why it was late', row.lateReason],
      ['评分', 'Mark', row.mark],
      ['终止原因', 'Ended because', row.endedFor && registers.word('part-ending', row.endedFor)],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
