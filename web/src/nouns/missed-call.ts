import { action, choice, request } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { noun } from './noun';

const ACTIONS = [
  action('/api/intake/v1/missed-calls/{id}/call-back', '已回拨', 'Called back', [
    choice('outcome', '结果', 'What came of it', (registers) => registers.words('call-back-outcome')),
    request('requestId', '所登记的诉求', 'The request that came of it', { hint: ['登记诉求的必填', 'Needed where there is one'] }),
  ]),
  action('/api/intake/v1/missed-calls/{id}/attempt', '回拨未通', 'Called back in vain'),
];

/** 未接来电. */
export const MISSED_CALL = noun<IntakeSchemas['MissedCallDto']>({
  name: 'missed-call',
  zh: '未接来电',
  en: 'Missed calls',
  service: 'intake',
  path: '/api/intake/v1/missed-calls',
  states: 'missed-call-state',
  readers: ['intake-clerk'],
  searched: ['线路或区划', 'Line or area'],
  filters: ['state', 'areaCode', 'overdue'],
  at: ['回拨期限', 'To be called back by'],
  waits: [{ roles: ['intake-clerk'], query: { state: 'open', sort: 'due' }, steps: ['call-back'] }],
  reveals: { path: '/api/intake/v1/missed-calls/{id}/reveal' },
  show: (row, registers) => ({
    ...row,
    title: registers.both(`来电 ${row.phone ?? '（号码隐藏）'}`, `Call from ${row.phone ?? 'a withheld number'}`),
    who: null,
    at: row.dueAt,
    lamp: null,
    number: row.line,
    note: row.calls > 1 ? registers.both(`来电 ${row.calls} 次`, `called ${row.calls} times`) : '',
    matter: row.requestId && `/desk/requests/${row.requestId}`,
    opens: `/desk/missed-call/${row.id}`,
    facts: [
      ['首次来电', 'First called', { at: row.calledAt }],
      ['最近来电', 'Last called', { at: row.lastCalledAt }],
      ['回拨未通次数', 'Called back in vain', row.attempts || null],
      ['最早再拨', 'Not to be called again before', { at: row.attemptNotBefore }],
      ['结果', 'Came to', row.outcome && registers.word('call-back-outcome', row.outcome)],
      ['结束时间', 'Ended', { at: row.endedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
