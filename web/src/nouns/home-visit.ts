import { action, choice, time, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { type Beginning, noun } from './noun';

const GOERS = ['window-clerk', 'grid-worker', 'care-worker'];
const WHY = words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] });
const FROM = time('from', '约定的最早时间', 'Agreed from');
const UNTIL = time('until', '约定的最晚时间', 'Agreed until');
const WORKER = choice('workerId', '上门人员（不填为本人）', 'Who goes (oneself, unless told)', ({ careWorkers }) => careWorkers, {
  required: false,
});

const ACTIONS = [
  action('/api/intake/v1/home-visits/{id}/complete', '已上门', 'Somebody went, and met them'),
  action('/api/intake/v1/home-visits/{id}/miss', '未见到', 'Somebody went, and met nobody', [WHY]),
  action('/api/intake/v1/home-visits/{id}/move', '改期或换人', 'Agree another time, or send somebody else', [
    { ...FROM, required: false },
    { ...UNTIL, required: false },
    WORKER,
    WHY,
  ]),
  action('/api/intake/v1/home-visits/{id}/take-back', '结果登记有误，撤回', 'What came of it was recorded by mistake', [WHY]),
  action('/api/intake/v1/home-visits/{id}/cancel', '取消上门', 'Call it off', [WHY], { isGrave: true }),
];

/** 约定上门: with a resident who cannot come. */
export const planVisit: Beginning = {
  roles: [...GOERS, 'intake-clerk'],
  states: ['registered'],
  opens: 'home-visit',
  action: (residentId: string) =>
    action(
      '/api/intake/v1/home-visits',
      '约定上门',
      'Agree a visit at home',
      [
        choice('cause', '不能到窗口的原因', 'Why they cannot come', (registers) => registers.words('home-visit-cause')),
        FROM,
        UNTIL,
        WORKER,
      ],
      { fixed: { residentId } },
    ),
};

/** 上门服务: who it is, is in their file. */
export const HOME_VISIT = noun<IntakeSchemas['HomeVisitDto']>({
  name: 'home-visit',
  zh: '上门服务',
  en: 'Home visits',
  service: 'intake',
  path: '/api/intake/v1/home-visits',
  states: 'home-visit-state',
  readers: [...GOERS, 'intake-clerk', 'leader'],
  filters: ['state', 'areaCode', 'overdue', 'sort'],
  at: ['约定时间', 'Agreed for'],
  waits: [{ roles: GOERS, query: { sort: 'due' }, steps: ['complete'] }],
  show: (row, registers) => ({
    ...row,
    title: `${registers.both('上门服务', 'Home visit')} · ${registers.word('home-visit-cause', row.cause)}`,
    who: registers.colleague(row.workerId),
    at: row.from,
    lamp: null,
    number: null,
    note: '',
    matter: row.residentId && `/desk/resident/${row.residentId}`,
    opens: `/desk/home-visit/${row.id}`,
    facts: [
      ['约定的最早时间', 'Agreed from', { at: row.from, begins: true }],
      ['约定的最晚时间', 'Agreed until', { at: row.until }],
      ['上门人员', 'Who goes', registers.colleague(row.workerId)],
      ['上门时间', 'When somebody went', { at: row.visitedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
