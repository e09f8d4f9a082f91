import { choicesOf } from '../desk/registers';
import { type Action, choice, type Field, FOR_THE_PUBLIC, PHOTOS, words } from './action';

/** Ways in that a person writes down; the others are of systems. */
export const SPOKEN_CHANNELS = [
  'hotline-12345',
  'party-led-hotline',
  'service-window',
  'grid-worker',
  'door-knock',
  'reception-day',
  'wechat-matrix',
  'online',
];

const CHANNEL = choice('channel', '渠道', 'How it came in', (registers) => registers.words('channel', SPOKEN_CHANNELS), {
  initial: 'hotline-12345',
});
const ANSWER = words('publicAnswer', '答复', 'Answer', 2000, { hint: FOR_THE_PUBLIC });

const CORRECTABLE: readonly Field[] = [
  choice('areaCode', '正确的区划', 'The right area', ({ areas }) => choicesOf(areas), { required: false }),
  choice('categoryCode', '正确的类别', 'The right category', ({ categories }) => choicesOf(categories), { required: false }),
  choice('urgency', '正确的紧急程度', 'The right urgency', (registers) => registers.words('urgency'), { required: false }),
  { name: 'title', zh: '标题', en: 'Title', kind: 'line', max: 100 },
  { name: 'place', zh: '事发地点', en: 'Place', kind: 'line', max: 200 },
];

/** What is done to a request, in the order in which a clerk looks for it. */
export const REQUEST_ACTIONS: readonly Action[] = [
  {
    name: 'follow-up',
    zh: '追加（催办、补充、投诉办理）',
    en: 'Follow up',
    photosTo: 'intake',
    fields: [
      choice('kind', '类型', 'Kind', (registers) => registers.words('follow-up-kind'), { initial: 'urge' }),
      CHANNEL,
      words('text', '所说的内容', 'What was said', 2000, {
        required: false,
        hint: ['补充和投诉办理必填', 'Needed of a supplement and of a complaint'],
      }),
      PHOTOS,
    ],
    send: ({ services, params }, body) => services.intake.POST('/api/intake/v1/requests/{id}/follow-up', { params, body: body as never }),
  },
  {
    name: 'correct',
    zh: '更正',
    en: 'Correct',
    fields: [...CORRECTABLE, words('reason', '更正原因', 'Why', 200)],
    send: ({ services, params }, body) => services.intake.POST('/api/intake/v1/requests/{id}/correct', { params, body: body as never }),
  },
  {
    name: 'answer-on-the-spot',
    zh: '当场答复',
    en: 'Answer on the spot',
    fields: [ANSWER],
    send: ({ services, params }, body) =>
      services.intake.POST('/api/intake/v1/requests/{id}/answer-on-the-spot', { params, body: body as never }),
  },
  {
    name: 'decline',
    zh: '不予受理',
    en: 'Decline, with where to go',
    isGrave: true,
    fields: [
      choice('reasonCode', '原因', 'Why', (registers) => registers.words('decline-reason')),
      {
        name: 'petitionReference',
        zh: '信访事项编号（已在信访程序中的）',
        en: 'Number of the petition, of what is in petition already',
        kind: 'line',
        max: 64,
      },
      ANSWER,
    ],
    send: ({ services, params }, body) => services.intake.POST('/api/intake/v1/requests/{id}/decline', { params, body: body as never }),
  },
  {
    name: 'withdraw',
    zh: '撤回',
    en: 'Withdraw',
    isGrave: true,
    fields: [words('reason', '撤回原因', 'Why', 200, { required: false })],
    send: ({ services, params }, body) => services.intake.POST('/api/intake/v1/requests/{id}/withdraw', { params, body: body as never }),
  },
  {
    name: 'reopen',
    zh: '重新办理',
    en: 'Reopen',
    fields: [CHANNEL, words('reason', '诉求人为何要求', 'Why the requester asks', 2000)],
    send: ({ services, params }, body) => services.intake.POST('/api/intake/v1/requests/{id}/reopen', { params, body: body as never }),
  },
];

/** 并单, into one of those that look like the same matter. */
export const merge = (mainRequestId: string): Action => ({
  name: 'merge',
  zh: '并入此诉求',
  en: 'Merge into this one',
  fields: [words('reason', '并单原因', 'Why', 200, { required: false })],
  send: ({ services, params }, values) =>
    services.intake.POST('/api/intake/v1/requests/{id}/merge', { params, body: { ...values, mainRequestId } }),
});
