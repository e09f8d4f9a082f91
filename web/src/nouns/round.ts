import { action, date, line, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { RoundDoors } from '../doors/round-doors';
import { AREA } from '../matter/request-actions';
import { noun } from './noun';

const KNOCKERS = ['intake-clerk', 'grid-worker', 'care-worker'];
const WHY = words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] });

const ACTIONS = [
  action('/api/intake/v1/rounds/{id}/targets-of-register', '按居民档案加入住户', 'Put the households of registered residents on the list', [
    { ...AREA, required: false, zh: '只加此网格（不填为全社区）', en: 'Of this grid alone' },
  ]),
  action('/api/intake/v1/rounds/{id}/open', '开始：名单自此冻结', 'Open it: the list is frozen from now on'),
  action('/api/intake/v1/rounds/{id}/extend', '延期', 'Extend it', [date('untilOn', '新截止日', 'New last day'), WHY]),
  action('/api/intake/v1/rounds/{id}/close', '结束', 'Close it', [
    words('explanation', '未敲开说明（有未敲开住户的必填）', 'Why households were not reached, where some were not', 500, {
      required: false,
      hint: ['请勿写个人信息', 'Nothing personal'],
    }),
  ]),
  action('/api/intake/v1/rounds/{id}/cancel', '取消', 'Call it off', [WHY], { isGrave: true }),
];

/** What may be done with the list goes as long as the round may be opened. */
const allowedOf = (actions: readonly string[]): readonly string[] =>
  actions.includes('open') ? [...actions, 'targets-of-register'] : actions;

/** 敲门行动: its days, its doors, and how far it is. */
export const ROUND = noun<IntakeSchemas['RoundDto']>({
  name: 'round',
  zh: '敲门行动',
  en: 'Door-knocking',
  service: 'intake',
  path: '/api/intake/v1/rounds',
  states: 'round-state',
  readers: [...KNOCKERS, 'leader'],
  filters: ['state', 'areaCode', 'overdue'],
  at: ['截止日', 'Last day'],
  waits: [{ roles: KNOCKERS, query: { state: 'open' }, steps: ['close'] }],
  made: {
    roles: ['intake-clerk'],
    isOpened: true,
    action: action('/api/intake/v1/rounds', '计划敲门行动', 'Plan a round', [
      line('title', '名称', 'Title', { required: true, hint: ['请勿写个人信息', 'Nothing personal'] }),
      { ...AREA, zh: '社区（村）', en: 'Community' },
      date('fromOn', '开始日', 'First day'),
      date('untilOn', '截止日', 'Last day'),
    ]),
  },
  inside: RoundDoors,
  show: (row, registers) => ({
    ...row,
    title: row.title,
    who: null,
    at: `${row.untilOn}T23:59:59+08:00`,
    lamp: null,
    number: null,
    note: `${row.fromOn} – ${row.untilOn}`,
    matter: null,
    opens: `/desk/round/${row.id}`,
    facts: [
      ['所问', 'What is asked', row.questions.map(({ zh, en }) => registers.both(zh, en)).join('、')],
      ['开始时间', 'Opened', { at: row.openedAt }],
      ['结束时间', 'Closed', { at: row.closedAt }],
      ['未敲开说明', 'Why households were not reached', row.explanation],
    ],
    allowed: allowedOf(row.actions),
    actions: ACTIONS,
  }),
});
