import { action, choice, request, time, words, yesNo } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { choicesOf, type Fact, type Registers } from '../desk/registers';
import { type Listed, noun } from './noun';
import { factsOfFile } from './resident-file';

type KeyPerson = IntakeSchemas['KeyPersonDto'] & Partial<Pick<IntakeSchemas['KeyPersonDetailDto'], 'visits' | 'toBeReferred'>>;

const KEEPERS = ['intake-clerk'];
const WORKERS = ['care-worker', 'grid-worker'];
const WHY = words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] });
const RISK = choice('risk', '风险等级', 'Risk', (registers) => registers.words('care-risk'));
const WORKER = choice('workerId', '责任人', 'Worker', ({ careWorkers }) => careWorkers);
const OF = choice(
  'organisationCode',
  '责任人所在单位（不填不变）',
  'Their organisation (the same, unless told)',
  ({ organisations }) => choicesOf(organisations),
  {
    required: false,
  },
);

const ACTIONS = [
  action('/api/intake/v1/key-persons/{id}/visit', '登记走访', 'Record a visit', [
    choice('way', '方式', 'How', (registers) => registers.words('care-way')),
    yesNo('met', '见到本人或联系到', 'They were met'),
    time('at', '走访时间（不填为现在）', 'When (now, unless told)', { required: false }),
    words('note', '走访情况', 'What was seen', 1000, {
      required: false,
      hint: ['加密存储，留痕方可查看', 'Sealed, and shown for a purpose only'],
    }),
    choice('need', '发现需求', 'What came of it', (registers) => registers.words('care-need'), {
      required: false,
      hint: ['需转介的，登记后请用“转介”', 'Whoever is to be referred: refer them afterwards'],
    }),
    request('requestId', '所登记的诉求或服务单', 'The request or service order', { required: true, when: ['need', 'request'] }),
  ]),
  action('/api/intake/v1/key-persons/{id}/accept', '接收', 'Accept'),
  action('/api/intake/v1/key-persons/{id}/refuse', '不接收', 'Refuse', [WHY]),
  action('/api/intake/v1/key-persons/{id}/assign', '指派责任人', 'Give them to a worker', [WORKER, OF]),
  action('/api/intake/v1/key-persons/{id}/transfer', '移交另一责任人', 'Ask another worker', [WORKER, OF, WHY]),
  action('/api/intake/v1/key-persons/{id}/refer', '转介另一单位', 'Ask another organisation', [
    choice('organisationCode', '接收单位', 'Organisation', ({ organisations }) => choicesOf(organisations)),
    WHY,
  ]),
  action('/api/intake/v1/key-persons/{id}/take-back', '收回', 'Take back what was asked'),
  action('/api/intake/v1/key-persons/{id}/change-risk', '调整风险等级', 'Change the risk', [RISK, WHY]),
  action('/api/intake/v1/key-persons/{id}/report-change', '报告重大变化', 'Report a major change', [WHY]),
  action('/api/intake/v1/key-persons/{id}/leave', '退出', 'They leave', [WHY], { isGrave: true }),
];

/** 纳入: from the file of a resident, by who keeps the register. */
export const enterKeyPerson = {
  roles: KEEPERS,
  states: ['registered'],
  opens: 'key-person',
  action: (residentId: string) =>
    action(
      '/api/intake/v1/key-persons',
      '纳入重点服务对象',
      'Look after them from now on',
      [choice('kind', '类别', 'Why they are looked after', (registers) => registers.words('key-person-kind')), RISK],
      { fixed: { residentId } },
    ),
};

/** Who it is, and what was seen: the visit that each note is of has its time on the page. */
const revealed = ({ file, notes }: IntakeSchemas['RevealedKeyPersonDto'], registers: Registers): readonly Fact[] => [
  ...factsOfFile(file, registers),
  ...notes.map(({ note }, at): Fact => [`走访情况 ${at + 1}`, `Seen at visit ${at + 1}`, note]),
];

const visitsOf = ({ visits = [] }: KeyPerson, registers: Registers): readonly Listed[] => [
  {
    zh: '走访',
    en: 'Visits',
    lines: visits.map(({ id, at, way, met, counts, need, requestId }) => ({
      id,
      at,
      matter: requestId && `/desk/requests/${requestId}`,
      text: [
        registers.word('care-way', way),
        met ? registers.both('见到或联系到', 'met') : registers.both('未见到', 'not met'),
        ...(counts ? [] : [registers.both('不计入频次', 'does not count')]),
        ...(need === 'none' ? [] : [registers.word('care-need', need)]),
      ].join(' · '),
    })),
  },
];

/** 重点服务对象: nothing that says who it is. */
export const KEY_PERSON = noun<KeyPerson>({
  name: 'key-person',
  zh: '重点服务对象',
  en: 'Key persons',
  service: 'intake',
  path: '/api/intake/v1/key-persons',
  states: 'key-person-state',
  readers: [...KEEPERS, ...WORKERS],
  filters: ['state', 'areaCode', 'risk', 'overdue', 'sort'],
  at: ['下次走访', 'Next visit'],
  waits: [
    { roles: WORKERS, query: { sort: 'due' }, steps: ['visit'], lamps: ['red', 'yellow'] },
    ...(['assigned', 'transferring'] as const).map((state) => ({ roles: WORKERS, query: { state }, steps: ['accept'] })),
    { roles: KEEPERS, query: { state: 'waiting' }, steps: ['assign'] },
    { roles: KEEPERS, query: { state: 'referred' }, steps: ['accept'] },
  ],
  made: {
    roles: KEEPERS,
    action: action('/api/intake/v1/key-persons/hand-over', '责任人离岗：整体移交', 'A worker leaves: hand everybody over', [
      choice('fromWorkerId', '离岗的责任人', 'Worker who leaves', ({ careWorkers }) => careWorkers),
      { ...WORKER, zh: '接手的责任人', en: 'Worker who is asked' },
      OF,
      WHY,
    ]),
  },
  noFile: true,
  reveals: { path: '/api/intake/v1/key-persons/{id}/reveal', steps: ['visit'], facts: revealed },
  lists: visitsOf,
  show: (row, registers) => ({
    ...row,
    title: `${registers.word('key-person-kind', row.kind)} · ${registers.word('care-risk', row.risk)}`,
    who: row.organisationId && registers.organisation(row.organisationId),
    at: row.dueAt,
    number: null,
    note: row.workerId ? registers.colleague(row.workerId) : registers.both('尚无责任人', 'nobody yet'),
    matter: null,
    opens: `/desk/key-person/${row.id}`,
    facts: [
      ['纳入时间', 'Entered', { at: row.enteredAt }],
      ['最近有效走访', 'Last visit that counts', { at: row.lastVisitAt }],
      ['欠走访自', 'A visit is missing since', { at: row.overdueSince }],
      ['待办', 'To be done', row.toBeReferred ? registers.both('走访发现需转介', 'a visit found that they are to be referred') : null],
      ['待接收的责任人', 'Worker who is asked', row.offeredTo && registers.colleague(row.offeredTo)],
      ['待接收的单位', 'Organisation that is asked', row.offeredOrganisationId && registers.organisation(row.offeredOrganisationId)],
      ['接收期限', 'To be answered by', { at: row.offerUntil }],
      ['退出原因', 'Why they left', row.leaving && registers.word('care-end', row.leaving)],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
