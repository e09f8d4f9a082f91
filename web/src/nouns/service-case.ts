import { action, choice, choices, line, several, words, yesNo } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { CaseNotice } from '../desk/case-notice';
import { choicesOf, type Fact, type Registers } from '../desk/registers';
import { AREA } from '../matter/request-actions';
import { type Beginning, type Listed, noun } from './noun';

type ServiceCase = IntakeSchemas['ServiceCaseDto'] & Partial<Pick<IntakeSchemas['ServiceCaseDetailDto'], 'steps' | 'consentWay'>>;

const HANDLERS = ['window-clerk', 'grid-worker'];
const RATERS = ['callback-agent', 'window-clerk', 'intake-clerk'];
const VERIFIERS = ['reviewer', 'intake-clerk'];
const IMPERSONAL = { hint: ['请勿写个人信息', 'Nothing personal'] } as const;
const WHY = words('reason', '原因', 'Why', 200, IMPERSONAL);
const ITEM = choice('itemCode', '事项', 'Item', ({ serviceItems }) => choicesOf(serviceItems));
const MODE = choice('mode', '办理方式', 'How it is handled', (registers) => registers.words('service-case-mode'), { initial: 'window' });
const WHERE = { ...AREA, zh: '办理所在区划', en: 'Where it is handled' } as const;
const CONSENT = choice('consentWay', '本人同意的方式', 'How they agreed', (registers) => registers.words('consent-way'), {
  when: ['mode', 'assisted'],
});

const ALL_THERE = yesNo('complete', '所列材料当场交齐', 'All that the item asks for is there', { required: false });

const AGAIN = yesNo('again', '同一事项已收件，仍再收一件', 'Once more, though they have it under way', { required: false });

const FIND = action(
  '/api/intake/v1/service-cases/find-by-phone',
  '按电话查找（申请人不在册的）',
  'Find by the telephone of who is on no register',
  [line('phone', '电话', 'Telephone', { required: true, max: 20 })],
);

const missingOf = ({ materials }: ServiceCase) => materials.filter(({ state }) => state === 'missing').map(({ name }) => name);

/** 撤回误登: of the step that the clerk looks at, and of no other. */
function takingBack({ state }: ServiceCase) {
  const path = '/api/intake/v1/service-cases/{id}/take-back';
  if (state === 'decided')
    return action(path, '办理结果登记有误，撤回', 'The result was recorded by mistake', [WHY], { fixed: { step: 'decision' } });
  if (state === 'delivered') return action(path, '送达登记有误，撤回', 'It was not delivered', [WHY], { fixed: { step: 'delivery' } });
  return action(path, '不予办理有误，撤回', 'It was refused by mistake', [WHY], { fixed: { step: 'refusal' } });
}

/** What was brought; all of it unless some are left out. With a reason they are waived. */
const bringing = (row: ServiceCase) => ({
  ...action('/api/intake/v1/service-cases/{id}/bring-materials', '补齐材料', 'What was missing is there', [
    choices('materials.names', '材料', 'Which', () => missingOf(row).map((name) => ({ value: name, label: name })), {
      required: true,
      initial: missingOf(row),
    }),
    line('materials.reason', '免交理由', 'Why they are waived', {
      max: 200,
      hint: ['填写的，所选材料按免交登记', 'With it they are waived'],
    }),
  ]),
  shape: broughtBy,
});

function broughtBy(said: object): object {
  const { names = [], reason } =
    (said as { readonly materials?: { readonly names?: readonly string[]; readonly reason?: string } }).materials ?? {};
  return { materials: names.map((name) => (reason ? { name, state: 'waived', reason } : { name, state: 'present' })) };
}

const actionsOf = (row: ServiceCase) => [
  bringing(row),
  action('/api/intake/v1/service-cases/{id}/ask-materials', '追加材料（计入统计）', 'Ask for more than was told: it counts', [
    several('materials', '追加的材料', 'What is asked for besides', { required: true, max: 30 }),
    WHY,
  ]),
  action('/api/intake/v1/service-cases/{id}/fill-forms', '已代填表单', 'The forms are filled'),
  action('/api/intake/v1/service-cases/{id}/submit', '提交办理', 'Hand it in', [
    line('externalNumber', '办理系统的编号', 'Its number with who decides it', {
      max: 64,
      hint: ['网上办理和帮办代办必填', 'Wanted where it is applied for online'],
    }),
  ]),
  action('/api/intake/v1/service-cases/{id}/track', '跟踪进度', 'Note how far it is', [
    words('progress', '进度', 'How far it is', 500, IMPERSONAL),
  ]),
  action('/api/intake/v1/service-cases/{id}/decide', '登记办理结果', 'Record what was decided', [
    words('result', '办理结果', 'What was decided', 500, IMPERSONAL),
  ]),
  action('/api/intake/v1/service-cases/{id}/deliver', '送达结果', 'Deliver the result', [
    choice('way', '送达方式', 'How', (registers) => registers.words('delivery-way')),
    yesNo('copyGiven', '已把材料副本交给本人', 'They were given a copy of it all', { required: false }),
  ]),
  action('/api/intake/v1/service-cases/{id}/rate', '登记申请人的评价', 'Take down how satisfied they are', [
    choice('satisfaction', '评价', 'Rating', (registers) => registers.words('satisfaction')),
  ]),
  action('/api/intake/v1/service-cases/{id}/verify-rating', '核实差评', 'Verify the poor rating', [
    choice('finding', '核实结果', 'What came of it', (registers) => registers.words('rating-finding')),
    words('note', '说明', 'What was done', 500, IMPERSONAL),
  ]),
  action('/api/intake/v1/service-cases/{id}/refuse', '不予办理', 'Refuse it', [
    choice('reasonCode', '原因', 'Why', (registers) => registers.words('service-case-refusal')),
    words('advice', '告知去处', 'Where to go', 500, IMPERSONAL),
  ]),
  takingBack(row),
  action('/api/intake/v1/service-cases/{id}/reopen', '不予办理有误，撤回', 'It was refused by mistake', [WHY]),
  action('/api/intake/v1/service-cases/{id}/take-back-rating', '评价登记有误，撤回', 'The rating was taken down by mistake', [WHY]),
  action('/api/intake/v1/service-cases/{id}/withdraw', '申请人撤回', 'They withdraw', [WHY], { isGrave: true }),
];

/** 收件: for a resident of the register. */
export const openCase: Beginning = {
  roles: HANDLERS,
  states: ['registered'],
  opens: 'service-case',
  action: (applicantId: string) =>
    action('/api/intake/v1/service-cases', '收件办理', 'Open a service case', [ITEM, MODE, WHERE, CONSENT, ALL_THERE, AGAIN], {
      fixed: { applicantId },
    }),
};

const listsOf = ({ materials, steps = [], openedAt }: ServiceCase, registers: Registers): readonly Listed[] => [
  {
    zh: '材料',
    en: 'What it needs',
    lines: materials.map(({ name, state, reason, askedLater, toldAt }) => ({
      id: name,
      at: toldAt ?? openedAt,
      text: [
        name,
        registers.word('material-state', state),
        ...(reason === null ? [] : [reason]),
        ...(askedLater ? [registers.both('事后追加', 'asked for later')] : []),
      ].join(' · '),
    })),
  },
  {
    zh: '已办步骤',
    en: 'Steps that are done',
    lines: steps.flatMap(({ step, doneAt }) =>
      doneAt === null ? [] : [{ id: step, at: doneAt, text: registers.word('case-step', step) }],
    ),
  },
];

const revealed = ({ name, idNumber, phone }: IntakeSchemas['RevealedApplicantDto']): readonly Fact[] => [
  ['申请人', 'Who applies', name],
  ['公民身份号码', 'Identity number', idNumber],
  ['电话', 'Telephone', phone],
];

/** 办件. */
export const SERVICE_CASE = noun<ServiceCase>({
  name: 'service-case',
  zh: '办件',
  en: 'Service cases',
  service: 'intake',
  path: '/api/intake/v1/service-cases',
  states: 'service-case-state',
  readers: [...HANDLERS, ...VERIFIERS, 'callback-agent', 'leader'],
  searched: ['编号、办理系统的编号或区划', 'Number, number elsewhere or area'],
  finds: FIND,
  filters: ['state', 'areaCode', 'overdue', 'toRate', 'sort'],
  at: ['办理期限', 'To be decided by'],
  waits: [
    { roles: HANDLERS, query: { sort: 'due' }, steps: ['decide'] },
    ...(['open', 'preparing'] as const).map((state) => ({ roles: HANDLERS, query: { state }, steps: ['submit'] })),
    { roles: HANDLERS, query: { state: 'decided' }, steps: ['deliver'] },
    { roles: RATERS, query: { toRate: 'true' }, steps: ['rate'] },
    { roles: VERIFIERS, query: { toVerify: 'true' }, steps: ['verify-rating'] },
  ],
  made: {
    roles: HANDLERS,
    isOpened: true,
    action: action('/api/intake/v1/service-cases', '收件（申请人不在册）', 'Open one for who is on no register', [
      ITEM,
      MODE,
      WHERE,
      CONSENT,
      ALL_THERE,
      AGAIN,
      line('applicant.name', '申请人姓名', 'Name of who applies', { required: true, max: 50 }),
      line('applicant.idNumber', '公民身份号码', 'Identity number', { max: 18 }),
      line('applicant.phone', '电话', 'Telephone', { max: 20 }),
    ]),
  },
  reveals: {
    path: '/api/intake/v1/service-cases/{id}/reveal',
    steps: ['submit', 'decide', 'deliver', 'withdraw', 'rate', 'verify-rating'],
    facts: revealed,
  },
  lists: listsOf,
  inside: CaseNotice,
  show: (row, registers) => ({
    ...row,
    title: `${row.itemName} · ${registers.word('service-case-mode', row.mode)}`,
    who: null,
    at: row.ratingDueAt ?? row.rateUntil ?? row.dueAt,
    lamp: null,
    number: row.number,
    note: [row.applicant?.name, row.result].filter(Boolean).join(' · '),
    matter: row.applicantId && `/desk/resident/${row.applicantId}`,
    opens: `/desk/service-case/${row.id}`,
    facts: [
      ['申请人', 'Who applies', row.applicant?.name ?? null],
      ['电话', 'Telephone', row.applicant?.phone ?? null],
      ['办件编号', 'Number', row.number],
      ['办理系统的编号', 'Number with who decides it', row.externalNumber],
      ['收件时间', 'Opened', { at: row.openedAt }],
      ['提交时间', 'Handed in', { at: row.submittedAt }],
      ['办理结果', 'What was decided', row.result],
      ['不予办理的原因', 'Why it was refused', row.refusal && registers.word('service-case-refusal', row.refusal)],
      ['送达时间', 'Delivered', { at: row.deliveredAt }],
      ['评价期限', 'To be rated until', { at: row.rateUntil }],
      ['评价', 'Rating', row.satisfaction && registers.word('satisfaction', row.satisfaction)],
      ['差评核实结果', 'What came of the rating', row.finding && registers.word('rating-finding', row.finding)],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});
