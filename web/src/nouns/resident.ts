import { action, choice, choices, date, line, resident, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { choicesOf } from '../desk/registers';
import { AREA } from '../matter/request-actions';
import { planVisit } from './home-visit';
import { enterKeyPerson } from './key-person';
import { type Listed, noun } from './noun';
import { FILE_FIELDS, factsOfFile } from './resident-file';
import { openCase } from './service-case';

type Resident = IntakeSchemas['ResidentDto'] & Partial<Pick<IntakeSchemas['ResidentDetailDto'], 'memberships'>>;

const KEEPERS = ['intake-clerk', 'window-clerk', 'grid-worker', 'care-worker'];
const LIVES_IN = { ...AREA, zh: '现住区划', en: 'Where they live' } as const;
const NAME = line('name', '姓名', 'Name', { max: 50 });

const REGISTER = action('/api/intake/v1/residents', '登记居民', 'Register a resident', [
  { ...NAME, required: true },
  LIVES_IN,
  date('consentOn', '本人同意日期', 'They agreed to it on'),
  choice('consentWay', '同意方式', 'How they agreed', (registers) => registers.words('consent-way')),
  choices('groups', '所属群体', 'Groups', ({ groups }) => choicesOf(groups)),
  ...FILE_FIELDS,
]);

const FIND = action('/api/intake/v1/residents/find', '查找居民', 'Find a resident', [
  line('phone', '电话', 'Telephone', {
    max: 20,
    hint: ['完整的电话或身份证号，填一项', 'A whole telephone or identity number: one of them'],
  }),
  line('idNumber', '公民身份号码', 'Identity number', { max: 18 }),
]);

const CORRECT = action('/api/intake/v1/residents/{id}/correct', '更正档案', 'Correct the file', [
  words('reason', '更正依据', 'Why', 200, { hint: ['未填的项目不变', 'What is left empty stays as it is'] }),
  NAME,
  { ...LIVES_IN, required: false },
  ...FILE_FIELDS,
  choices('leaveOut', '要删除的项目', 'What is to be taken out', (registers) =>
    FILE_FIELDS.map(({ name, zh, en }) => ({ value: name, label: registers.both(zh, en) })),
  ),
]);

const actionsOf = ({ groups }: Resident) => [
  action('/api/intake/v1/residents/{id}/confirm', '核实无误', 'It is right as it is'),
  CORRECT,
  action('/api/intake/v1/residents/{id}/join-group', '纳入群体', 'They belong to a group', [
    choice('group', '群体', 'Group', (registers) => choicesOf(registers.groups)),
    choice('source', '依据', 'By what it is known', (registers) => registers.words('membership-source')),
    date('since', '自何日起（不填为今日）', 'From which day on (today, unless told)', { required: false }),
  ]),
  action('/api/intake/v1/residents/{id}/leave-group', '退出群体', 'They belong to a group no more', [
    choice('group', '群体', 'Group', (registers) => groups.map((code) => ({ value: code, label: registers.group(code) }))),
    words('reason', '原因', 'Why', 200),
  ]),
  action('/api/intake/v1/residents/{id}/merge', '并入另一份档案', 'Merge it into another file', [
    resident('mainResidentId', '保留的档案', 'The file that goes on'),
  ]),
  action('/api/intake/v1/residents/{id}/split-off', '恢复：并非同一人', 'They were two people', [], { isGrave: true }),
  action('/api/intake/v1/residents/{id}/leave', '迁出或去世', 'They are here no more', [
    choice('leaving', '原因', 'Why', (registers) => registers.words('resident-leaving')),
  ]),
  action('/api/intake/v1/residents/{id}/return', '迁回', 'They are back'),
  action('/api/intake/v1/residents/{id}/withdraw-consent', '本人撤回同意（清除档案）', 'Consent is withdrawn: erase the file', [], {
    isGrave: true,
  }),
];

/** 村居民, masked. */
export const RESIDENT = noun<Resident>({
  name: 'resident',
  zh: '居民',
  en: 'Residents',
  service: 'intake',
  path: '/api/intake/v1/residents',
  states: 'resident-state',
  readers: KEEPERS,
  filters: ['state', 'areaCode', 'group'],
  at: ['最近核实', 'Made sure of'],
  waits: [],
  finds: FIND,
  made: { roles: KEEPERS, action: REGISTER },
  begins: [openCase, planVisit, enterKeyPerson],
  reveals: { path: '/api/intake/v1/residents/{id}/reveal', facts: factsOfFile },
  lists: ({ memberships = [] }, registers): readonly Listed[] => [
    {
      zh: '所属群体',
      en: 'Groups',
      lines: memberships.map(({ group, since, until, source }) => ({
        id: `${group} ${since}`,
        at: since,
        text: [
          ...(until ? [registers.both(`至 ${until}`, `until ${until}`)] : []),
          registers.group(group),
          registers.word('membership-source', source),
        ].join(' · '),
      })),
    },
  ],
  show: (row, registers) => ({
    ...row,
    title: row.name ?? registers.both('已清除的档案', 'A file that is erased'),
    who: null,
    at: row.checkedAt,
    overdue: false,
    lamp: null,
    number: null,
    note: row.groups.map((code) => registers.group(code)).join('、'),
    matter: row.mainResidentId && `/desk/resident/${row.mainResidentId}`,
    opens: `/desk/resident/${row.id}`,
    facts: [
      ['公民身份号码', 'Identity number', row.idNumber],
      ['电话', 'Telephone', row.phone],
      ['同意日期', 'Agreed on', row.consentOn],
      ['同意方式', 'How they agreed', registers.word('consent-way', row.consentWay)],
      ['登记时间', 'Registered', { at: row.registeredAt }],
      ['离开原因', 'Why they are here no more', row.leaving && registers.word('resident-leaving', row.leaving)],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});
