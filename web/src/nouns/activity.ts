import { action, choice, line, number, parts, resident, time, words, yesNo } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { AREA } from '../matter/request-actions';
import { ACTIVITY_BOOKING, BOOKERS } from './activity-booking';
import { ACTIVITY_OUTCOME } from './activity-outcome';
import { type Beginning, noun } from './noun';

const PUBLIC = ['预告后公开', 'Anybody reads it once it is announced'] as const;
const WHY = words('reason', '原因', 'Why', 200, { hint: ['请勿写个人信息', 'Nothing personal'] });
const TITLE = line('title', '名称', 'Title', { hint: PUBLIC });
const PLACE = line('place', '地点', 'Where', { max: 200, hint: PUBLIC });
const STARTS = time('startsAt', '开始时间', 'From');
const ENDS = time('endsAt', '结束时间', 'Until');
const CAPACITY = number('capacity', '名额', 'Places', { max: 100_000 });
const CO_ORGANISER = line('coOrganiser', '协办单位', 'Together with', { hint: PUBLIC });
const EMPLOYERS = parts('employers', '招聘单位', 'Employer', {
  min: 0,
  ofPart: [
    line('name', '单位名称', 'Who', { required: true, hint: PUBLIC }),
    number('posts', '岗位数', 'Posts that are offered', { max: 10_000 }),
  ],
});

const ACTIONS = [
  action('/api/intake/v1/activities/{id}/announce', '预告', 'Announce'),
  action('/api/intake/v1/activities/{id}/hold', '登记举行', 'It is held'),
  action('/api/intake/v1/activities/{id}/close', '结束', 'Close'),
  action('/api/intake/v1/activities/{id}/correct', '更正', 'Set right', [
    TITLE,
    PLACE,
    { ...STARTS, required: false },
    { ...ENDS, required: false },
    { ...CAPACITY, required: false },
    CO_ORGANISER,
    { ...EMPLOYERS, required: false },
    WHY,
  ]),
  action('/api/intake/v1/activities/{id}/cancel', '取消活动', 'Cancel the activity', [WHY], { isGrave: true }),
];

/** 报名、现场登记: before it begins, and of who comes without having booked. */
const bookPlace: Beginning = {
  roles: BOOKERS,
  states: ['announced', 'held'],
  opens: 'activity-booking',
  action: (id) => ({
    ...action('/api/intake/v1/activities/{id}/bookings', '报名、现场登记', 'Book a place, or take in who comes without one', [
      line('name', '姓名', 'Name', {
        max: 50,
        hint: ['姓名或居民档案，填一项；已报名的，打开原报名', 'Name or file: one of them. Who is booked already has that booking opened'],
      }),
      line('phone', '电话', 'Telephone', { max: 20 }),
      resident('residentId', '居民档案', 'Their file', { required: false }),
      yesNo('waitingList', '名额已满时加入候补', 'Wait for a place where all are taken', { required: false }),
    ]),
    name: `bookings-${id}`,
  }),
};

/** 活动: with who booked and what came of it. */
export const ACTIVITY = noun<IntakeSchemas['ActivityDto']>({
  name: 'activity',
  zh: '活动',
  en: 'Activities',
  service: 'intake',
  path: '/api/intake/v1/activities',
  states: 'activity-state',
  kinds: 'activity-kind',
  readers: [...BOOKERS, 'leader'],
  searched: ['区划', 'Area'],
  filters: ['state', 'kind', 'areaCode'],
  at: ['开始时间', 'From'],
  waits: [
    { roles: ['intake-clerk'], query: { state: 'planned' }, steps: ['announce'] },
    { roles: ['intake-clerk'], query: { state: 'announced' }, steps: ['hold'] },
    { roles: ['intake-clerk'], query: { state: 'held' }, steps: ['close'] },
  ],
  made: {
    roles: ['intake-clerk'],
    isOpened: true,
    action: action('/api/intake/v1/activities', '计划活动', 'Plan an activity', [
      choice('kind', '类型', 'Kind', (registers) => registers.words('activity-kind')),
      choice('delivery', '五送', 'Which of the five deliveries', (registers) => registers.words('delivery'), {
        when: ['kind', 'five-delivery'],
      }),
      { ...AREA, zh: '面向的区划', en: 'Whose people are invited' },
      { ...TITLE, required: true },
      { ...PLACE, required: true },
      STARTS,
      ENDS,
      CAPACITY,
      CO_ORGANISER,
      { ...EMPLOYERS, when: ['kind', 'job-fair'] },
    ]),
  },
  begins: [bookPlace],
  gathers: [ACTIVITY_BOOKING, ACTIVITY_OUTCOME],
  show: (row, registers) => ({
    ...row,
    title: row.title,
    who: row.organisationId && registers.organisation(row.organisationId),
    at: row.startsAt,
    overdue: false,
    lamp: null,
    number: null,
    note: registers.both(
      `${row.booked + row.confirmed + row.attended}/${row.capacity} 人`,
      `${row.booked + row.confirmed + row.attended} of ${row.capacity}`,
    ),
    matter: null,
    opens: `/desk/activity/${row.id}`,
    facts: [
      ['类型', 'Kind', registers.word('activity-kind', row.kind)],
      ['五送', 'Which of the five deliveries', row.delivery && registers.word('delivery', row.delivery)],
      ['地点', 'Where', row.place],
      ['结束时间', 'Until', { at: row.endsAt }],
      ['名额', 'Places', row.capacity],
      ['剩余名额', 'Free', row.free],
      ['候补', 'Waiting', row.waiting],
      ['已报名、未确认', 'Booked, not confirmed', row.booked],
      ['已确认、未到场', 'Confirmed, not come', row.confirmed],
      ['到场', 'Came', row.attended],
      ['协办单位', 'Together with', row.coOrganiser],
      ['招聘单位', 'Employers', row.employers.map(({ name, posts }) => `${name} ${posts}`).join('、') || null],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
