import type { IntakeSchemas } from '../api/services';
import { MATTER_READERS, noun } from './noun';

/** 诉求. */
export const REQUEST = noun<IntakeSchemas['RequestDto']>({
  name: 'request',
  zh: '诉求',
  en: 'Requests',
  service: 'intake',
  path: '/api/intake/v1/requests',
  states: 'request-state',
  readers: MATTER_READERS,
  searched: ['编号或词', 'Number or words'],
  filters: ['state', 'areaCode'],
  at: ['受理时间', 'Received'],
  // Others are routed by themselves; what stays is waited for by who took it in.
  waits: (['received', 'reopened'] as const).map((state) => ({
    ...{ roles: ['intake-clerk'], query: { state } },
    steps: ['answer-on-the-spot', 'divide'],
  })),
  show: (row, registers) => ({
    ...row,
    who: null,
    at: row.receivedAt,
    overdue: false,
    lamp: null,
    note: `${registers.word('urgency', row.urgency)} · ${registers.category(row.categoryCode)}`,
    matter: null,
    opens: `/desk/requests/${row.id}`,
    facts: [],
    allowed: row.actions,
    actions: [],
  }),
});
