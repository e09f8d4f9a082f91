import type { DispatchSchemas } from '../api/services';
import { choicesOf, type Registers } from '../desk/registers';
import { type Action, choice, type Field, FOR_THE_PUBLIC, PHOTOS, type Target, type Values, words } from './action';

type Kind = DispatchSchemas['AskInput']['kind'];

/** What is done to an order, in the order of its life. */
export const ORDER_ACTIONS: readonly Action[] = [
  {
    name: 'dispatch',
    zh: '指定主办并派单',
    en: 'Give it to an organisation',
    fields: [
      choice('leadOrganisation', '主办单位', 'Lead', ({ organisations }) => choicesOf(organisations)),
      words('reason', '指定理由', 'Why', 500),
    ],
    send: ({ services, params }, body) =>
      services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/dispatch', { params, body: body as never }),
  },
  {
    name: 'accept',
    zh: '签收',
    en: 'Accept',
    fields: [],
    send: ({ services, params }) => services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/accept', { params }),
  },
  {
    name: 'start',
    zh: '开始办理',
    en: 'Start work',
    fields: [],
    send: ({ services, params }) => services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/start', { params }),
  },
  {
    name: 'progress',
    zh: '阶段反馈',
    en: 'Report progress',
    photosTo: 'dispatch',
    fields: [
      words('text', '进展', 'How far it has come', 2000),
      { name: 'nextReportOn', zh: '下次反馈日期', en: 'Next report on', kind: 'date' },
      PHOTOS,
    ],
    send: ({ services, params }, body) =>
      services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/progress', { params, body: body as never }),
  },
  {
    name: 'reply',
    zh: '反馈办理结果',
    en: 'Reply with the result',
    photosTo: 'dispatch',
    fields: [
      choice('result', '结果', 'Result', (registers) => registers.words('reply-result'), { initial: 'solved' }),
      words('text', '办理情况', 'What was done', 4000),
      PHOTOS,
    ],
    send: ({ services, params }, body) =>
      services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/reply', { params, body: body as never }),
  },
  {
    name: 'approve',
    zh: '审核通过并公开答复',
    en: 'Approve and release the answer',
    fields: [words('publicAnswer', '公开答复', 'Answer for the public', 2000, { hint: FOR_THE_PUBLIC })],
    send: ({ services, params }, body) =>
      services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/approve', { params, body: body as never }),
  },
  {
    name: 'reject',
    zh: '退回反馈',
    en: 'Send the reply back',
    fields: [
      choice('reasonCode', '退回理由', 'Reason', (registers) => registers.words('reject-reason')),
      words('reason', '说明', 'In words', 1000),
    ],
    send: ({ services, params }, body) =>
      services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/reject', { params, body: body as never }),
  },
];

const REASONS: Partial<Record<Kind, (registers: Registers) => ReturnType<Registers['words']>>> = {
  return: (registers) => registers.words('return-reason'),
  termination: (registers) => registers.words('terminate-reason'),
  exclusion: (registers) => registers.words('exclusion-reason'),
};

const EXTEND_BY: readonly Field[] = [
  { name: 'extendBy.amount', zh: '延期时长', en: 'How much longer', kind: 'number', required: true, initial: 3 },
  choice('extendBy.unit', '单位', 'Unit', (registers) => registers.words('duration-unit'), { initial: 'working_day' }),
];

/** 申请: what the lead of an order asks of the centre. */
export function application(kind: Kind, called: { readonly zh: string; readonly en: string }): Action {
  const reasons = REASONS[kind];
  return {
    name: `ask-${kind}`,
    zh: `申请：${called.zh}`,
    en: `Apply: ${called.en}`,
    photosTo: 'dispatch',
    fields: [
      ...(reasons ? [choice('reasonCode', '理由', 'Reason', reasons)] : []),
      ...(kind === 'extension' ? EXTEND_BY : []),
      ...(kind === 'parking' ? [{ name: 'reviewOn', zh: '复核日', en: 'Taken up again on', kind: 'date', required: true } as const] : []),
      words('reason', '说明', 'In words', 1000),
      PHOTOS,
    ],
    send: (target, values) => ask(target, { ...nested(values), kind }),
  };
}

const ask = ({ services, params: { path, header } }: Target, body: object) =>
  services.dispatch.POST('/api/dispatch/v1/work-orders/{id}/applications', {
    params: { path, header: { 'Idempotency-Key': header['Idempotency-Key'] } },
    body: body as never,
  });

/** `extendBy.amount` is the member `amount` of `extendBy`. */
function nested(values: Values): object {
  const flat = Object.entries(values).filter(([name]) => !name.startsWith('extendBy.'));
  const extendBy = { amount: values['extendBy.amount'], unit: values['extendBy.unit'] };
  return { ...Object.fromEntries(flat), ...(extendBy.unit !== undefined && { extendBy }) };
}
