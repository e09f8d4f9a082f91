import { action, choice, line } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { noun } from './noun';

/** Who looks whether something is broken. */
const LOOKERS = ['window-clerk', 'grid-worker', 'intake-clerk'] as const;

const FINDING = line('finding', '核实情况（维修单位可见）', 'What was found, for whoever mends it', {
  max: 200,
  hint: ['不得含个人信息', 'No personal data'],
});

/** 设施故障. */
export const FACILITY_FAULT = noun<IntakeSchemas['FacilityFaultDto']>({
  name: 'facility-fault',
  zh: '设施故障',
  en: 'Facility faults',
  service: 'intake',
  path: '/api/intake/v1/facility-faults',
  states: 'facility-fault-state',
  readers: [...LOOKERS, 'dispatcher', 'leader'],
  filters: ['state', 'areaCode', 'overdue'],
  at: ['核实期限', 'To be looked at by'],
  waits: [{ roles: LOOKERS, query: { state: 'reported' }, steps: ['confirm', 'dismiss'] }],
  made: {
    roles: LOOKERS,
    action: action('/api/intake/v1/facility-faults', '上报设施故障', 'Record a fault', [
      line('servicePointCode', '阵地代码', 'Code of the service point', { required: true, max: 64 }),
      choice('facility', '设施', 'What is broken', (registers) => registers.words('facility')),
      FINDING,
    ]),
  },
  show: (row, registers) => ({
    ...row,
    title: `${row.name} · ${registers.word('facility', row.facility)}`,
    who: registers.organisation(row.organisationId),
    at: row.dueAt,
    lamp: null,
    number: row.servicePointCode,
    note: row.finding ?? row.note ?? '',
    matter: null,
    opens: `/desk/facility-fault/${row.id}`,
    facts: [
      ['地址', 'Where', row.place],
      ['上报人所述', 'As reported', row.note],
      ['核实情况', 'Found', row.finding],
      ['上报时间', 'Reported', { at: row.reportedAt }],
      ['结束时间', 'Ended', { at: row.endedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});

const ACTIONS = [
  action('/api/intake/v1/facility-faults/{id}/confirm', '属实，交运营单位维修', 'It is broken: have it mended', [FINDING]),
  action('/api/intake/v1/facility-faults/{id}/dismiss', '不属实', 'It is not broken'),
];
