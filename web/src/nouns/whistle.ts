import { action, choice, line, number, time, words } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import type { Registers } from '../desk/registers';
import { noun } from './noun';
import { REQUEST } from './request';

type Whistle = DispatchSchemas['WhistleDto'];

const STAYS = ['不填即不变', 'Left out, it stays'] as const;

const actionsOf = ({ summoned, place }: Whistle) => [
  action('/api/dispatch/v1/whistles/{id}/arrive', '报到', 'Arrive'),
  action('/api/dispatch/v1/whistles/{id}/move', '改期、改地点', 'Move it', [
    line('place', '地点', 'Place', { max: 200, initial: place, hint: STAYS }),
    time('meetAt', '到场时间', 'When to meet', { required: false, hint: STAYS }),
    words('reason', '原因', 'Why', 1000),
  ]),
  action('/api/dispatch/v1/whistles/{id}/conclude', '办结吹哨', 'Say what came of it', [
    choice('result', '结果', 'Result', (registers) => registers.words('whistle-result')),
    words('text', '说明', 'In words', 2000),
  ]),
  action('/api/dispatch/v1/whistles/{id}/cancel', '取消吹哨', 'Call it off', [words('reason', '原因', 'Why', 1000)]),
  action('/api/dispatch/v1/whistles/{id}/mark', '评分', 'Mark', [
    number('mark', '评分', 'Mark', { max: 10 }),
    choice(
      'department',
      '被评部门',
      'Department marked',
      () => summoned.map(({ organisation: { code, name } }) => ({ value: code, label: name })),
      {
        required: false,
        hint: ['街道评分时选择；部门评街道时不选', 'A street chooses one; a department marks the street'],
      },
    ),
  ]),
];

/** How each came, and how both sides marked each other. */
function howTheyCame({ summoned }: Whistle, registers: Registers): string {
  const came = (at: string | null, onTime: boolean | null) => {
    if (!at) return registers.both('未到', 'not there');
    return onTime ? registers.both('按时', 'in time') : registers.both('迟到', 'late');
  };
  const marks = (...given: (number | null)[]) => given.map((mark) => mark ?? '–').join(' / ');
  return summoned
    .map(
      ({ organisation, arrivedAt, onTime, mark, markOfCaller }) =>
        `${organisation.name}：${came(arrivedAt, onTime)}（${marks(mark, markOfCaller)}）`,
    )
    .join('；');
}

/** 吹哨报到. */
export const WHISTLE = noun<Whistle>({
  name: 'whistle',
  zh: '吹哨',
  en: 'Whistles',
  service: 'dispatch',
  path: '/api/dispatch/v1/whistles',
  states: 'whistle-state',
  readers: ['handler', 'dispatcher', 'leader'],
  searched: ['编号、类别或区划', 'Number, category or area'],
  wordsAmong: REQUEST,
  filters: ['state', 'areaCode', 'overdue'],
  at: ['到场时限', 'To arrive by'],
  waits: [{ roles: ['handler'], query: { state: 'called' }, steps: ['arrive', 'conclude'] }],
  of: 'workOrderId',
  show: (row, registers) => ({
    ...row,
    title: row.place,
    who: row.caller.name,
    at: row.arriveBy,
    lamp: null,
    number: row.sourceNumber,
    note: row.summoned.map(({ organisation }) => organisation.name).join('、'),
    matter: `/desk/orders/${row.workOrderId}`,
    facts: [
      ['编号', 'Number', row.sourceNumber],
      ['类别', 'Category', registers.category(row.categoryCode)],
      ['可报到时间', 'To arrive from', { at: row.arriveFrom }],
      ['集合时间', 'They meet', { at: row.meetAt }],
      ['被哨单位（评分：街道 / 部门）', 'Summoned (marks: street / department)', howTheyCame(row, registers)],
      ['结果', 'Result', row.result && registers.word('whistle-result', row.result)],
      ['办结时间', 'Concluded', { at: row.concludedAt }],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});
