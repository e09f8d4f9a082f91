import { type Action, action, choice, FOR_THE_PUBLIC, knowledge, line, PHOTOS, parts, request, words } from '../action/action';
import { choicesOf } from '../desk/registers';

/** Ways in that a person writes down; the others are of systems. */
const SPOKEN_CHANNELS = [
  'hotline-12345',
  'party-led-hotline',
  'service-window',
  'grid-worker',
  'door-knock',
  'reception-day',
  'wechat-matrix',
  'online',
];

export const CHANNEL = choice('channel', '渠道', 'How it came in', (registers) => registers.words('channel', SPOKEN_CHANNELS), {
  initial: 'hotline-12345',
});
export const AREA = choice('areaCode', '区划', 'Area', ({ areas }) => choicesOf(areas));
const CATEGORY = choice('categoryCode', '类别', 'Category', ({ categories }) => choicesOf(categories));
const TITLE = line('title', '标题', 'Title', { required: true });
const TEXT = words('text', '内容', 'The matter itself', 5000);
const PLACE = line('place', '事发地点', 'Place', { max: 200 });
const KIND = choice('kind', '类型', 'Kind', (registers) => registers.words('request-kind'), { initial: 'complaint' });
const URGENCY = choice('urgency', '紧急程度', 'Urgency', (registers) => registers.words('urgency'), { initial: 'normal' });
const ASIDE = { required: false, initial: undefined } as const;
/** Of a request that is more urgent than the one that it goes into. */
const JUDGED_AGAIN = {
  ...URGENCY,
  ...ASIDE,
  zh: '主诉求的紧急程度（重新判断）',
  en: 'How urgent the main request is now',
  hint: ['本诉求更紧急时必填', 'Needed where this one is more urgent'],
} as const;
const ANSWER = words('publicAnswer', '答复', 'Answer', 2000, { hint: FOR_THE_PUBLIC });

/** What the matter is, of a request and of each of its parts. */
export const MATTER = [TITLE, TEXT, AREA, CATEGORY, PLACE, KIND] as const;
export const URGENT = URGENCY;

/** What is done to a request, in the order in which a clerk looks for it. */
export const REQUEST_ACTIONS: readonly Action[] = [
  action('/api/intake/v1/requests/{id}/follow-up', '追加（催办、补充、投诉办理）', 'Follow up', [
    choice('kind', '类型', 'Kind', (registers) => registers.words('follow-up-kind'), { initial: 'urge' }),
    CHANNEL,
    words('text', '所说的内容', 'What was said', 2000, {
      required: false,
      hint: ['补充和投诉办理必填', 'Needed of a supplement and of a complaint'],
    }),
    PHOTOS,
  ]),
  action('/api/intake/v1/requests/{id}/correct', '更正', 'Correct', [
    { ...AREA, ...ASIDE, zh: '正确的区划', en: 'The right area' },
    { ...CATEGORY, ...ASIDE, zh: '正确的类别', en: 'The right category' },
    { ...URGENCY, ...ASIDE, zh: '正确的紧急程度', en: 'The right urgency' },
    { ...TITLE, ...ASIDE },
    PLACE,
    words('reason', '更正原因', 'Why', 200),
  ]),
  action('/api/intake/v1/requests/{id}/answer-on-the-spot', '当场答复', 'Answer on the spot', [
    knowledge('knowledgeEntryId', '引用知识条目', 'By an entry of the knowledge base', {
      hint: ['选定后可不另写答复', 'With one, no other answer is needed'],
    }),
    { ...ANSWER, required: false },
    PHOTOS,
  ]),
  action('/api/intake/v1/requests/{id}/divide', '分办', 'Divide into parts', [
    parts('parts', '分项', 'Part', { ofPart: [...MATTER, URGENCY] }),
    words('reason', '分办原因', 'Why', 200, { required: false }),
  ]),
  action('/api/intake/v1/requests/{id}/merge', '并单', 'Merge', [
    request('mainRequestId', '主诉求', 'Main request', { required: true }),
    JUDGED_AGAIN,
    words('reason', '并单原因', 'Why', 200, { required: false }),
  ]),
  action('/api/intake/v1/requests/{id}/split-off', '拆单', 'Split off', [words('reason', '拆单原因', 'Why', 200)]),
  action('/api/intake/v1/requests/{id}/reopen', '重新办理', 'Reopen', [
    CHANNEL,
    words('reason', '诉求人为何要求', 'Why the requester asks', 2000),
  ]),
  action(
    '/api/intake/v1/requests/{id}/redirect',
    '转紧急电话',
    'Redirect to an emergency number',
    [
      choice('emergencyNumber', '紧急电话', 'Emergency number', (registers) => registers.words('emergency-number')),
      words('reason', '原因', 'Why', 200, { required: false }),
    ],
    { isGrave: true },
  ),
  action(
    '/api/intake/v1/requests/{id}/decline',
    '不予受理',
    'Decline, with where to go',
    [
      choice('reasonCode', '原因', 'Why', (registers) => registers.words('decline-reason')),
      line('petitionReference', '信访事项编号（已在信访程序中的）', 'Number of the petition, of what is in petition already', { max: 64 }),
      ANSWER,
    ],
    { isGrave: true },
  ),
  action('/api/intake/v1/requests/{id}/withdraw', '撤回', 'Withdraw', [CHANNEL, words('reason', '撤回原因', 'Why', 200)], {
    isGrave: true,
  }),
];

/** 并单, into one of those that look like the same matter. */
export const merge = (mainRequestId: string): Action =>
  action(
    '/api/intake/v1/requests/{id}/merge',
    '并入此诉求',
    'Merge into this one',
    [JUDGED_AGAIN, words('reason', '并单原因', 'Why', 200, { required: false })],
    { name: `merge-${mainRequestId}`, fixed: { mainRequestId } },
  );
