import { action, words } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import type { Registers } from '../desk/registers';
import { LEAD } from '../matter/order-actions';
import { noun } from './noun';
import { REQUEST } from './request';

const WHY = [words('reason', '说明', 'In words', 1000)] as const;
const GRANT = '/api/dispatch/v1/applications/{id}/grant';

const actionsOf = ({ kind }: DispatchSchemas['ApplicationDto']) => [
  action(GRANT, '同意', 'Grant', kind === 'reassignment' ? LEAD : WHY),
  action('/api/dispatch/v1/applications/{id}/refuse', '不同意', 'Refuse', WHY),
  action('/api/dispatch/v1/applications/{id}/appeal', '申请复核', 'Appeal', WHY),
  action('/api/dispatch/v1/applications/{id}/withdraw', '撤回申请', 'Withdraw'),
  action('/api/dispatch/v1/applications/{id}/revoke', '撤销', 'Revoke', WHY, { isGrave: true }),
];

const codeOfReason = (code: string | null, registers: Registers): string =>
  code ? registers.firstWord(['return-reason', 'terminate-reason', 'exclusion-reason'], code) : '';

/** 申请: of the lead, decided by the centre. */
export const APPLICATION = noun<DispatchSchemas['ApplicationDto']>({
  name: 'application',
  zh: '申请',
  en: 'Applications',
  service: 'dispatch',
  path: '/api/dispatch/v1/applications',
  states: 'application-state',
  kinds: 'application-kind',
  readers: ['dispatcher', 'reviewer', 'handler', 'leader'],
  searched: ['编号、类别或区划', 'Number, category or area'],
  wordsAmong: REQUEST,
  filters: ['state', 'kind', 'areaCode', 'overdue'],
  at: ['审批时限', 'To be decided by'],
  waits: (['asked', 'appealed'] as const).map((state) => ({ roles: ['dispatcher', 'reviewer'], query: { state }, steps: ['grant'] })),
  of: 'workOrderId',
  show: (row, registers) => ({
    ...row,
    title: registers.word('application-kind', row.kind),
    who: row.organisation.name,
    at: row.dueAt,
    lamp: null,
    number: row.sourceNumber,
    note: [registers.category(row.categoryCode), codeOfReason(row.reasonCode, registers)].filter(Boolean).join(' · '),
    matter: `/desk/orders/${row.workOrderId}`,
    facts: [
      ['编号', 'Number', row.sourceNumber],
      ['理由', 'Why', row.reason],
      ['申请时间', 'Asked', { at: row.askedAt }],
      ['延期', 'Longer by', row.extendBy && `${row.extendBy.amount} ${registers.word('duration-unit', row.extendBy.unit)}`],
      ['复核日', 'Taken up again on', row.reviewOn],
      ['决定时间', 'Decided', { at: row.decidedAt }],
      ['可复核至', 'May be appealed until', { at: row.appealUntil }],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});
