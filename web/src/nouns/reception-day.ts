import { action, line, number, time, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { AREA } from '../matter/request-actions';
import { noun } from './noun';

const PUBLIC = ['即时公开', 'Anybody reads it at once'] as const;

const ACTIONS = [
  action('/api/intake/v1/reception-days/{id}/correct', '更正预告', 'Set right', [
    line('host', '接待领导', 'Who receives', { hint: PUBLIC }),
    line('place', '地点', 'Place', { max: 200, hint: PUBLIC }),
    time('startsAt', '开始时间', 'From', { required: false }),
    time('endsAt', '结束时间', 'Until', { required: false }),
    line('topic', '接待主题', 'What it is about', { max: 200, hint: PUBLIC }),
    words('reason', '更正原因', 'Why', 200),
  ]),
  action('/api/intake/v1/reception-days/{id}/hold', '已举行', 'It was held', [
    number('visitors', '到场人数', 'How many came', { min: 0, max: 100_000 }),
  ]),
  action('/api/intake/v1/reception-days/{id}/close', '办结', 'Close'),
  action('/api/intake/v1/reception-days/{id}/call-off', '取消', 'Call off', [words('reason', '理由', 'Why', 500)], { isGrave: true }),
];

/** 居民接待日. */
export const RECEPTION_DAY = noun<IntakeSchemas['ReceptionDayDto']>({
  name: 'reception-day',
  zh: '接待日',
  en: 'Reception days',
  service: 'intake',
  path: '/api/intake/v1/reception-days',
  states: 'reception-day-state',
  readers: ['intake-clerk', 'leader'],
  filters: ['state', 'areaCode'],
  at: ['开始时间', 'From'],
  waits: [
    { roles: ['intake-clerk'], query: { state: 'announced' }, steps: ['hold'] },
    { roles: ['intake-clerk'], query: { state: 'held' }, steps: ['close'] },
  ],
  brings: '/api/intake/v1/reception-days/{id}/requests',
  takesIn: { as: 'receptionDay', states: ['announced', 'held'] },
  made: {
    roles: ['intake-clerk'],
    action: action('/api/intake/v1/reception-days', '预告接待日', 'Announce a reception day', [
      { ...AREA, zh: '面向的区划', en: 'Whose people may come' },
      line('host', '接待领导', 'Who receives', { required: true, hint: PUBLIC }),
      line('place', '地点', 'Place', { required: true, max: 200, hint: PUBLIC }),
      time('startsAt', '开始时间', 'From'),
      time('endsAt', '结束时间', 'Until'),
      line('topic', '接待主题', 'What it is about', { max: 200, hint: PUBLIC }),
    ]),
  },
  show: (row, registers) => ({
    ...row,
    title: registers.both(`${row.host}接待`, `Reception by ${row.host}`),
    who: null,
    at: row.startsAt,
    overdue: false,
    lamp: null,
    number: null,
    note: row.topic ?? '',
    matter: null,
    facts: [
      ['地点', 'Place', row.place],
      ['结束时间', 'Until', { at: row.endsAt }],
      ['到场人数', 'How many came', row.visitors],
      ['预告时间', 'Announced', { at: row.announcedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
