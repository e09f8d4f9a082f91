import { action, choice, date, FOR_THE_PUBLIC, line, several, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { choicesOf } from '../desk/registers';
import { noun } from './noun';

type Entry = IntakeSchemas['KnowledgeEntryDto'];

const AREA = choice('areaCode', '适用区划', 'For which area', ({ areas }) => choicesOf(areas));
const CATEGORY = choice('categoryCode', '类别', 'Category', ({ categories }) => choicesOf(categories));
const QUESTION = line('question', '问题', 'Question', { required: true, max: 200 });
const ANSWER = words('answer', '答复', 'Answer', 2000, { hint: FOR_THE_PUBLIC });
const MATERIALS = several('materials', '所需材料（逐项回车）', 'Papers needed (Enter after each)');
const UNTIL = date('validUntil', '有效期至', 'Valid until', { required: false });
const REVIEW = [date('reviewBy', '下次复核', 'To be confirmed again by', { required: false })] as const;
const WHY = [words('reason', '原因', 'Why', 500)] as const;

/** 问题和答复 of what is there, to be changed. */
const filledIn = (row: Entry) => [
  { ...AREA, initial: row.areaCode },
  { ...CATEGORY, initial: row.categoryCode },
  { ...QUESTION, initial: row.question },
  { ...ANSWER, initial: row.answer },
  { ...MATERIALS, initial: row.materials },
  { ...UNTIL, initial: row.validUntil },
];

const actionsOf = (row: Entry) => [
  action('/api/intake/v1/knowledge-entries/{id}/publish', '审核发布', 'Publish', REVIEW),
  action('/api/intake/v1/knowledge-entries/{id}/edit', '修改', 'Change', filledIn(row)),
  action('/api/intake/v1/knowledge-entries/{id}/confirm', '复核：仍然准确', 'Confirm: still right', REVIEW),
  action('/api/intake/v1/knowledge-entries/{id}/take-back', '撤回修改', 'Take back to change it', WHY),
  action('/api/intake/v1/knowledge-entries/{id}/retire', '停用', 'Retire', WHY, { isGrave: true }),
];

const organisationOf = choice('organisationCode', '归口单位', 'Whose it is', ({ organisations }) => choicesOf(organisations), {
  required: false,
  hint: ['单位人员起草的即本单位', 'Of who acts for an organisation it is that'],
});

/** 知识条目. */
export const KNOWLEDGE_ENTRY = noun<Entry>({
  name: 'knowledge-entry',
  zh: '知识库',
  en: 'Knowledge',
  service: 'intake',
  path: '/api/intake/v1/knowledge-entries',
  states: 'knowledge-entry-state',
  readers: ['intake-clerk', 'handler', 'reviewer', 'publisher'],
  searched: ['词', 'Words'],
  filters: ['state', 'areaCode'],
  at: ['复核期限', 'To be confirmed by'],
  waits: [
    { roles: ['reviewer', 'publisher'], query: { state: 'draft' }, steps: ['publish'] },
    { roles: ['intake-clerk', 'handler'], query: { state: 'review-due' }, steps: ['confirm'] },
  ],
  made: {
    roles: ['intake-clerk', 'handler'],
    action: action('/api/intake/v1/knowledge-entries', '起草条目', 'Draft an entry', [
      QUESTION,
      ANSWER,
      AREA,
      CATEGORY,
      organisationOf,
      MATERIALS,
      UNTIL,
    ]),
  },
  show: (row, registers) => ({
    ...row,
    title: row.question,
    who: registers.organisationOf(row.organisationCode),
    at: row.reviewBy,
    overdue: row.state === 'review-due',
    lamp: null,
    number: null,
    note: registers.category(row.categoryCode),
    matter: row.requestId && `/desk/requests/${row.requestId}`,
    opens: `/desk/knowledge-entry/${row.id}`,
    facts: [
      ['答复', 'Answer', row.answer],
      ['所需材料', 'Papers needed', row.materials.join('、') || null],
      ['有效期至', 'Valid until', row.validUntil],
      ['起草时间', 'Drafted', { at: row.draftedAt }],
      ['发布时间', 'Published', { at: row.publishedAt }],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});

/** 以答复起草知识条目: of what was answered, in the words of its answer unless others are given. */
export const makeKnowledge = ({ areaCode, title, publicAnswer }: IntakeSchemas['RequestDto']) =>
  action('/api/intake/v1/requests/{id}/knowledge-entries', '以答复起草知识条目', 'Make the answer an entry of the knowledge base', [
    { ...QUESTION, initial: title },
    { ...ANSWER, initial: publicAnswer },
    { ...AREA, initial: areaCode },
    organisationOf,
    MATERIALS,
    UNTIL,
  ]);
