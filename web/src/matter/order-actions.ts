import { type Action, action, choice, choices, date, FOR_THE_PUBLIC, line, number, PHOTOS, time, words, yesNo } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import { choicesOf, type Registers } from '../desk/registers';

type Kind = DispatchSchemas['AskInput']['kind'];
type Opening = 'whistle' | 'supervision-order';

const organisations = (registers: Registers) => choicesOf(registers.organisations);
const CO_HANDLERS = choices('coOrganisations', '协办单位', 'Co-handlers', organisations);
/** Who gets an order, and why. */
export const LEAD = [
  choice('leadOrganisation', '主办单位', 'Lead', organisations),
  CO_HANDLERS,
  words('reason', '指定理由', 'Why', 500),
] as const;
const WHY = [words('reason', '理由', 'Why', 1000)] as const;

/** 调整协办: begun with those who help today. */
function coHandlersFrom(today: readonly string[]): Action {
  return action('/api/dispatch/v1/work-orders/{id}/change-co-handlers', '调整协办', 'Change co-handlers', [
    choices('coOrganisations', '此后的全部协办单位', 'All co-handlers from now on', organisations, { initial: today }),
    words('reason', '理由', 'Why', 500),
  ]);
}

/** What is done to an order, in the order of its life. */
const ORDER_ACTIONS: readonly Action[] = [
  action('/api/dispatch/v1/work-orders/{id}/dispatch', '指定主办并派单', 'Give it to an organisation', LEAD),
  action('/api/dispatch/v1/work-orders/{id}/accept', '签收', 'Accept'),
  action('/api/dispatch/v1/work-orders/{id}/start', '开始办理', 'Start work'),
  action('/api/dispatch/v1/work-orders/{id}/assign-staff', '分派经办', 'Say who does it', [
    line('section', '经办科室', 'Section', { max: 60, hint: ['科室、经办人至少填一项', 'A section or a person at least'] }),
    choice('personId', '经办人', 'Person', ({ colleagues }) => colleagues, { required: false }),
    choice('standInId', '替班人', 'Stand-in while they are away', ({ colleagues }) => colleagues, { required: false }),
  ]),
  action('/api/dispatch/v1/work-orders/{id}/contact', '登记联系诉求人', 'Note a contact with the requester', [
    choice('way', '方式', 'How', (registers) => registers.words('contact-way'), { initial: 'phone' }),
    yesNo('reached', '是否联系上', 'Reached?'),
    time('at', '时间（不填即现在）', 'When (now if left out)', { required: false }),
    words('note', '联系情况', 'What was said', 1000, { required: false }),
  ]),
  action('/api/dispatch/v1/work-orders/{id}/appoint', '约定服务时间', 'Agree when it is provided', [
    time('from', '约定开始', 'From'),
    time('until', '约定结束', 'Until'),
    choice(
      'reasonCode',
      '改约原因（首次约定不选）',
      'Why it is moved (not of the first)',
      (registers) => registers.words('appointment-reason'),
      {
        required: false,
      },
    ),
    words('note', '说明', 'In words', 500, { required: false }),
  ]),
  action('/api/dispatch/v1/work-orders/{id}/cancel-appointment', '取消约定', 'Cancel what was agreed', [
    choice('reasonCode', '原因', 'Reason', (registers) => registers.words('appointment-reason')),
    words('note', '说明', 'In words', 500, { required: false }),
  ]),
  action('/api/dispatch/v1/work-orders/{id}/progress', '阶段反馈', 'Report progress', [
    words('text', '进展', 'How far it has come', 2000),
    date('nextReportOn', '下次反馈日期', 'Next report on', { required: false }),
    PHOTOS,
  ]),
  action('/api/dispatch/v1/work-orders/{id}/reply', '反馈办理结果', 'Reply with the result', [
    choice('result', '结果', 'Result', (registers) => registers.words('reply-result'), { initial: 'solved' }),
    words('text', '办理情况', 'What was done', 4000),
    PHOTOS,
  ]),
  action('/api/dispatch/v1/work-orders/{id}/take-back', '撤回反馈', 'Take the reply back', WHY),
  action('/api/dispatch/v1/work-orders/{id}/confirm', '复核通过', 'Confirm that it is done', [
    words('note', '复核情况', 'What was seen', 1000, { required: false }),
    PHOTOS,
  ]),
  action('/api/dispatch/v1/work-orders/{id}/refute', '复核不通过', 'Say that it is not done', [
    choice('reasonCode', '理由', 'Reason', (registers) => registers.words('reject-reason')),
    words('reason', '说明', 'In words', 1000),
    PHOTOS,
  ]),
  action('/api/dispatch/v1/work-orders/{id}/approve', '审核通过并公开答复', 'Approve and release the answer', [
    words('publicAnswer', '公开答复', 'Answer for the public', 2000, { hint: FOR_THE_PUBLIC }),
  ]),
  action('/api/dispatch/v1/work-orders/{id}/reject', '退回反馈', 'Send the reply back', [
    choice('reasonCode', '退回理由', 'Reason', (registers) => registers.words('reject-reason')),
    words('reason', '说明', 'In words', 1000),
  ]),
  action('/api/dispatch/v1/work-orders/{id}/resume', '恢复办理', 'Take up again', WHY),
  action('/api/dispatch/v1/work-orders/{id}/reassign', '改派', 'Reassign', LEAD),
  coHandlersFrom([]),
  action('/api/dispatch/v1/work-orders/{id}/dispatch-again', '再次派单', 'Dispatch again', LEAD),
  action('/api/dispatch/v1/work-orders/{id}/escalate', '提级', 'Escalate', WHY),
  action(
    '/api/dispatch/v1/work-orders/{id}/terminate',
    '终止',
    'End without an answer',
    [
      choice('reasonCode', '终止原因', 'Reason', (registers) => registers.words('terminate-reason')),
      words('reason', '说明', 'In words', 1000),
    ],
    { isGrave: true },
  ),
];

/** The same of one order, with what is known of it. */
export const orderActions = ({ coHandlers }: Pick<DispatchSchemas['WorkOrderDto'], 'coHandlers'>): readonly Action[] => {
  const changed = coHandlersFrom(coHandlers.map(({ code }) => code));
  return ORDER_ACTIONS.map((one) => (one.name === changed.name ? changed : one));
};

/** 由我经办: a person of the lead takes it. */
export const takenBy = (personId: string): Action =>
  action('/api/dispatch/v1/work-orders/{id}/assign-staff', '由我经办', 'I do it', [], { name: 'assign-myself', fixed: { personId } });

const REASONS: Partial<Record<Kind, (registers: Registers) => ReturnType<Registers['words']>>> = {
  return: (registers) => registers.words('return-reason'),
  termination: (registers) => registers.words('terminate-reason'),
  exclusion: (registers) => registers.words('exclusion-reason'),
};

const EXTEND_BY = [
  number('extendBy.amount', '延期时长', 'How much longer', { initial: 3 }),
  choice('extendBy.unit', '单位', 'Unit', (registers) => registers.words('duration-unit'), { initial: 'working_day' }),
] as const;

/** 申请: what the lead of an order asks of the centre. */
export function application(kind: Kind, called: { readonly zh: string; readonly en: string }): Action {
  const reasons = REASONS[kind];
  return action(
    '/api/dispatch/v1/work-orders/{id}/applications',
    `申请：${called.zh}`,
    `Apply: ${called.en}`,
    [
      ...(reasons ? [choice('reasonCode', '理由', 'Reason', reasons)] : []),
      ...(kind === 'extension' ? EXTEND_BY : []),
      ...(kind === 'parking' ? [date('reviewOn', '复核日', 'Taken up again on')] : []),
      words('reason', '说明', 'In words', 1000),
      PHOTOS,
    ],
    { name: `ask-${kind}`, fixed: { kind } },
  );
}

/** 吹哨 and 督办: what is begun of an order and goes its own way. */
export const openings = (workOrderId: string): Readonly<Record<Opening, Action>> => ({
  whistle: action('/api/dispatch/v1/work-orders/{id}/whistles', '吹哨', 'Whistle', [
    choices('departments', '召集的部门', 'Departments summoned', organisations, { required: true }),
    line('place', '地点', 'Place', { required: true, max: 200 }),
    time('meetAt', '到场时间', 'When to meet'),
    ...WHY,
  ]),
  'supervision-order': action(
    '/api/dispatch/v1/supervision-orders',
    '开具督办单',
    'Open a supervision order',
    [choice('cause', '督办原因', 'Cause', (registers) => registers.words('supervision-cause')), ...WHY],
    { fixed: { workOrderIds: [workOrderId] } },
  ),
});
