import { action, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { BOOKERS } from './activity-booking';
import { noun } from './noun';

const WHY = words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] });

const ACTIONS = [
  action('/api/intake/v1/activity-outcomes/{id}/confirm', '回访：成效仍在', 'Asked: it is still so'),
  action('/api/intake/v1/activity-outcomes/{id}/lose', '回访：成效已失', 'Asked: it is so no more', [WHY]),
  action('/api/intake/v1/activity-outcomes/{id}/withdraw', '登记有误，撤回', 'It was recorded by mistake', [WHY], { isGrave: true }),
];

/** 活动成效: on the work list from the day on which it is asked about again. */
export const ACTIVITY_OUTCOME = noun<IntakeSchemas['ActivityOutcomeDto']>({
  name: 'activity-outcome',
  zh: '活动成效',
  en: 'What came of activities',
  service: 'intake',
  path: '/api/intake/v1/activity-outcomes',
  states: 'activity-outcome-state',
  readers: BOOKERS,
  filters: ['state', 'areaCode'],
  at: ['回访日', 'Asked about again on'],
  waits: [{ roles: BOOKERS, query: { state: 'recorded' }, steps: ['confirm'] }],
  show: (row, registers) => ({
    ...row,
    title: [registers.word('activity-outcome', row.outcome), ...(row.employer === null ? [] : [row.employer])].join(' · '),
    who: null,
    at: row.followUpOn,
    overdue: false,
    lamp: null,
    number: null,
    note: '',
    matter: `/desk/activity/${row.activityId}`,
    opens: `/desk/activity-outcome/${row.id}`,
    facts: [
      ['发生日', 'When', { at: row.occurredOn }],
      ['登记时间', 'Recorded', { at: row.recordedAt }],
      ['结束时间', 'Ended', { at: row.endedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
