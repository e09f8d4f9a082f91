import { action, choice, choices, words, yesNo } from '../action/action';
import type { EvaluationSchemas } from '../api/services';
import { noun } from './noun';
import { REQUEST } from './request';

type Callback = EvaluationSchemas['CallbackDto'];

const actionsOf = ({ parts }: Callback) => [
  action(
    '/api/evaluation/v1/callbacks/{id}/record',
    '登记回访结果',
    'Record what was said',
    [
      yesNo('solved', '问题是否解决', 'Is it solved?'),
      choice('satisfaction', '满意度', 'How content', (registers) => registers.words('satisfaction')),
      ...(parts
        ? [
            choices('unsolvedPartIds', '未解决的分项', 'Parts that are not solved', () =>
              parts.map(({ requestId, number }) => ({ value: requestId, label: number })),
            ),
          ]
        : []),
      words('note', '备注', 'Note', 500, { required: false, hint: ['不得含个人信息', 'No personal data'] }),
    ],
    { fixed: { contacted: true } },
  ),
  action('/api/evaluation/v1/callbacks/{id}/attempt', '登记未接通', 'Nobody was reached'),
];

/** 回访. */
export const CALLBACK = noun<Callback>({
  name: 'callback',
  zh: '回访',
  en: 'Callbacks',
  service: 'evaluation',
  path: '/api/evaluation/v1/callbacks',
  states: 'callback-state',
  readers: ['callback-agent', 'reviewer', 'leader'],
  searched: ['编号或区划', 'Number or area'],
  wordsAmong: REQUEST,
  filters: ['state', 'areaCode', 'overdue'],
  at: ['回访时限', 'To be called by'],
  waits: [{ roles: ['callback-agent'], query: { state: 'open' }, steps: ['record', 'attempt'] }],
  of: 'requestId',
  show: (row, registers) => ({
    ...row,
    title: registers.both('回访', 'Callback'),
    who: row.organisationId && registers.organisation(row.organisationId),
    at: row.dueAt,
    lamp: null,
    number: row.requestNumber,
    note: row.attempts > 0 ? registers.both(`未接通 ${row.attempts} 次`, `${row.attempts} × nobody reached`) : '',
    matter: `/desk/requests/${row.requestId}`,
    facts: [
      ['轮次', 'Round', row.round],
      ['可回访', 'Somebody to call', row.possible ? registers.both('是', 'yes') : registers.both('否', 'no')],
      ['最早再拨', 'Not to be called again before', { at: row.attemptNotBefore }],
      ['满意度', 'How content', row.satisfaction && registers.word('satisfaction', row.satisfaction)],
      ['结果', 'Came to', row.outcome && registers.word('callback-outcome', row.outcome)],
      ['备注', 'Note', row.note],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});
