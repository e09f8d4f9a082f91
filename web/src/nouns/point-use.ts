import { action, choice, date, line, number, putting, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import type { Registers } from '../desk/registers';
import { noun } from './noun';

const KEEPERS = ['window-clerk', 'grid-worker', 'intake-clerk', 'handler'] as const;
const HINT = ['全天清点的不填', 'Not of a whole day'] as const;
const METHOD = choice('method', '清点方式', 'How it was counted', (registers) => registers.words('use-method'), { initial: 'tally' });
const USES = number('uses', '使用人次', 'How often it was used', { min: 0, max: 20_000 });

/** 登记使用人次. */
export const RECORD_USE = putting('/api/intake/v1/point-uses', '登记使用人次', 'Record how often it was used', [
  line('servicePointCode', '阵地代码', 'Code of the service point', { required: true, max: 64 }),
  date('day', '日期', 'Day'),
  number('fromHour', '起始整点', 'From the hour', { required: false, min: 0, max: 23, hint: HINT }),
  number('toHour', '截止整点', 'Up to the hour', { required: false, min: 1, max: 24, hint: HINT }),
  USES,
  METHOD,
]);

const ACTIONS = [
  action('/api/intake/v1/point-uses/{id}/correct', '更正（只一次）', 'Set it right (once)', [
    USES,
    { ...METHOD, required: false, initial: null },
    words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] }),
  ]),
];

const hoursOf = ({ fromHour, toHour }: IntakeSchemas['PointUseDto'], registers: Registers): string =>
  fromHour === null ? registers.both('全天', 'all day') : `${fromHour}:00–${toHour}:00`;

/** 阵地使用: how often service points are used, and how that was counted. */
export const POINT_USE = noun<IntakeSchemas['PointUseDto']>({
  name: 'point-use',
  zh: '阵地使用',
  en: 'Uses of points',
  service: 'intake',
  path: '/api/intake/v1/point-uses',
  states: 'point-use-state',
  readers: ['window-clerk', 'intake-clerk', 'leader'],
  filters: ['state', 'areaCode', 'method'],
  at: ['登记时间', 'Recorded'],
  waits: [],
  made: { roles: KEEPERS, action: RECORD_USE },
  show: (row, registers) => ({
    ...row,
    title: `${row.servicePointName} · ${row.day} · ${row.uses}`,
    who: row.organisationId && registers.organisation(row.organisationId),
    at: row.recordedAt,
    overdue: false,
    lamp: null,
    number: row.servicePointCode,
    note: `${hoursOf(row, registers)} · ${registers.word('use-method', row.method)}`,
    matter: null,
    opens: `/desk/point-use/${row.id}`,
    facts: [
      ['登记人', 'Recorded by', registers.colleague(row.recordedBy)],
      ['使用人次', 'How often it was used', row.uses],
      ['更正期限', 'May be set right until', { at: row.correctableUntil }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
