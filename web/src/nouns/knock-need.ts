import { action, choice, line, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import type { Fact } from '../desk/registers';
import { choicesOf } from '../desk/registers';
import { noun } from './noun';

const SEERS = ['intake-clerk', 'grid-worker', 'care-worker'];

const ACTIONS = [
  action('/api/intake/v1/knock-needs/{id}/register', '登记为诉求', 'Register it as a request', [
    choice('categoryCode', '类别', 'Category', ({ categories }) => choicesOf(categories)),
    line('title', '标题', 'Title', { required: true }),
    words('text', '内容', 'The matter itself', 5000),
  ]),
  action('/api/intake/v1/knock-needs/{id}/link', '关联已办理的事项', 'Link it with what it has become', [
    line('linkedId', '服务单或重点服务对象的编号', 'Id of the service order or key person', { required: true, max: 36 }),
  ]),
  action('/api/intake/v1/knock-needs/{id}/drop', '不再需要', 'It is needed no more', [
    words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] }),
  ]),
];

const wanted = ({ note }: IntakeSchemas['RevealedNeedDto']): readonly Fact[] => [['说明', 'What is wanted', note]];

/** What it became can be opened, where the desk has a page of it. */
const pageOf = ({ need, linkedId }: IntakeSchemas['KnockNeedDto']): string | null => {
  if (linkedId === null) return null;
  if (need === 'key-person') return `/desk/key-person/${linkedId}`;
  return need === 'request' || need === 'service-order' ? `/desk/requests/${linkedId}` : null;
};

/** 敲门发现的需求: until it has become something. */
export const KNOCK_NEED = noun<IntakeSchemas['KnockNeedDto']>({
  name: 'knock-need',
  zh: '敲门需求',
  en: 'Needs found at doors',
  service: 'intake',
  path: '/api/intake/v1/knock-needs',
  states: 'knock-need-state',
  readers: SEERS,
  filters: ['state', 'areaCode'],
  at: ['发现时间', 'Found'],
  waits: [{ roles: SEERS, query: { state: 'waiting' }, steps: ['register', 'link', 'drop'] }],
  reveals: { path: '/api/intake/v1/knock-needs/{id}/reveal', facts: wanted },
  show: (row, registers) => ({
    ...row,
    title: registers.word('knock-need', row.need),
    who: null,
    at: row.foundAt,
    overdue: false,
    lamp: null,
    number: null,
    note: '',
    matter: pageOf(row),
    opens: `/desk/knock-need/${row.id}`,
    facts: [],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
