import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, flag, id, oneOf, time } from '../fields.js';
import { CARE_ENDS, CARE_RISKS, CARE_WAYS, KEY_PERSON_KINDS } from '../vocabulary.js';

/** The account of a member of staff, who is told of it; of the resident nothing is said. */
const worker = (who: string) => Type.Optional(code(`Account of ${who}; absent: nobody`));
const ASKED = { offeredTo: worker('who is asked') };
const CARES = { workerId: worker('who looks after them') };

const DUE = '2026-11-30T04:00:00.000Z';

/** What happens to a key person 重点服务对象: ids and codes. Not even the id of the resident, so that only intake can tell who it is. */
export const KEY_PERSON_EVENTS = defineEvents(
  'intake.key-person',
  {
    'entered.v1': event(
      { zh: '纳入重点服务对象', en: 'Somebody is looked after from now on' },
      { dueAt: time('By when they are visited first') },
      { dueAt: DUE },
    ),
    'assigned.v1': event({ zh: '重点服务对象已指派，待接收', en: 'A key person was given to a worker, who has yet to accept' }, ASKED, {
      offeredTo: 'demo-care',
    }),
    'transferred.v1': event(
      { zh: '重点服务对象移交，待接收', en: 'A key person is to change to another worker, who has yet to accept' },
      ASKED,
      { offeredTo: 'demo-grid' },
    ),
    'referred.v1': event(
      { zh: '重点服务对象转介，待接收', en: 'A key person is to change to another organisation, which has yet to accept' },
      { offeredOrganisationId: Type.Optional(id('The organisation that is asked')) },
      { offeredOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003' },
    ),
    'accepted.v1': event({ zh: '已接收重点服务对象', en: 'Who was asked to look after a key person has accepted' }),
    'refused.v1': event({ zh: '不接收重点服务对象', en: 'Who was asked to look after a key person has refused' }, CARES, {
      workerId: 'demo-care',
    }),
    'taken-back.v1': event({ zh: '撤回指派、移交或转介', en: 'Nobody is asked any more to take a key person over' }),
    'lapsed.v1': event({ zh: '逾期未接收', en: 'Who was asked to look after a key person has not answered in time' }, CARES, {
      workerId: 'demo-care',
    }),
    'visited.v1': event(
      { zh: '走访重点服务对象', en: 'A key person was visited, or somebody tried to' },
      {
        visitId: id('The visit'),
        way: oneOf(CARE_WAYS, 'How'),
        met: flag('They were met'),
        counts: flag('It counts: they were met, in a way that their risk allows'),
        visitedAt: time('When'),
        settledDueAt: Type.Union([time('The visit that was due and is done with it'), Type.Null()]),
      },
      {
        ...{ visitId: '0190a5c0-7c1e-7000-8000-000000000097', way: 'home', met: true, counts: true },
        ...{ visitedAt: '2026-11-23T03:00:00.000Z', settledDueAt: DUE },
      },
    ),
    'overdue.v1': event(
      { zh: '走访逾期', en: 'A key person was not visited in time: told once of each visit that was due' },
      { dueAt: time('By when they were to be visited'), ...CARES },
      { dueAt: DUE, workerId: 'demo-care' },
    ),
    'risk-changed.v1': event(
      { zh: '调整风险等级', en: 'The risk of a key person is another' },
      { dueAt: time('By when they are visited next') },
      { dueAt: DUE },
    ),
    'change-reported.v1': event(
      { zh: '重大变化', en: 'There was a major change for a key person' },
      { dueAt: time('By when they are visited next') },
      { dueAt: DUE },
    ),
    'moved.v1': event(
      { zh: '所在区划或档案变更', en: 'A key person lives elsewhere, or goes on with another file of the same resident' },
      { waits: Type.Optional(flag('Nobody looks after them there, nor is asked to')) },
      { waits: true },
    ),
    'left.v1': event(
      { zh: '退出重点服务对象', en: 'Somebody is looked after no more' },
      { leaving: oneOf(CARE_ENDS, 'Why') },
      { leaving: 'no-need' },
    ),
  },
  common(
    {
      keyPersonId: id('The key person'),
      areaCode: area(),
      kind: oneOf(KEY_PERSON_KINDS, 'Why they are looked after'),
      risk: oneOf(CARE_RISKS, 'How much is at stake'),
      at: time('When it happened'),
    },
    {
      ...{ keyPersonId: '0190a5c0-7c1e-7000-8000-000000000096', areaCode: '230903011001', kind: 'living-alone', risk: 'key' },
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
