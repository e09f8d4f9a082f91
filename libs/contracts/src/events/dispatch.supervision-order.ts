import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, files, flag, id, openWord, time } from '../fields.js';
import { SUPERVISION_CAUSES, SUPERVISION_OPENERS, WORK_ORDER_TYPES } from '../vocabulary.js';

const DUE = '2026-11-30T16:00:00.000Z';
const due = (what: string) => ({ dueAt: time(what) });

/** What happens to a supervision order 督办单. */
export const SUPERVISION_ORDER_EVENTS = defineEvents(
  'dispatch.supervision-order',
  {
    'opened.v1': event({ zh: '开具督办单', en: 'An organisation has to answer for orders that it leads' }, due('To be answered by'), {
      dueAt: DUE,
    }),
    'answered.v1': event(
      { zh: '答复督办单', en: 'The organisation answered' },
      { ...due('To be decided by'), onTime: flag('Answered in time?'), fileIds: files() },
      { dueAt: DUE, onTime: true },
    ),
    'taken-back.v1': event(
      { zh: '撤回督办答复', en: 'Who answered took the answer back before it was decided about: it is open again, and due as it was' },
      due('To be answered by'),
      { dueAt: DUE },
    ),
    'returned.v1': event({ zh: '退回答复', en: 'The answer was sent back' }, due('To be answered by'), { dueAt: DUE }),
    'corrected.v1': event({
      zh: '督办单随诉求更正',
      en: 'A request was corrected: it lies where its orders lie from now on, and is hidden from whom any of them is hidden from',
    }),
    'closed.v1': event({ zh: '督办销号', en: 'The answer was enough' }),
    'revoked.v1': event({ zh: '撤销督办单', en: 'It should not have been opened, or its matter is gone' }),
    'reminded.v1': event({ zh: '督办单逾期', en: 'It was not answered, or not decided, in time' }, due('It was to be done by'), {
      dueAt: DUE,
    }),
  },
  common(
    {
      supervisionOrderId: id('The supervision order'),
      cause: openWord(SUPERVISION_CAUSES, 'Why it was opened'),
      openedBy: openWord(SUPERVISION_OPENERS, 'Who opened it'),
      workOrderIds: Type.Array(id('A work order it is about'), { minItems: 1, maxItems: 20 }),
      sourceId: id('What the first of them is for: the request, or the hazard'),
      sourceIds: Type.Array(id('What they are for'), { minItems: 1, maxItems: 20 }),
      type: openWord(WORK_ORDER_TYPES, 'What kind of work'),
      areaCode: area(),
      leadOrganisationId: id('The lead organisation 主办 that has to answer'),
      confidential: Type.Optional(flag('Who asks with one of them is not to be known: it is told to nobody. Absent: as with the first')),
      barredOrganisationIds: Type.Optional(
        Type.Array(id('An organisation'), { description: 'Complained about or recused in one of them: never told. Absent: none' }),
      ),
      barredAccountIds: Type.Optional(Type.Array(code('An account or client'), { description: 'Recused: never told. Absent: none' })),
      at: time('When it happened'),
    },
    {
      supervisionOrderId: '0190a5c0-7c1e-7000-8000-000000000099',
      cause: 'overdue',
      openedBy: 'centre',
      workOrderIds: ['0190a5c0-7c1e-7000-8000-000000000002'],
      sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
      sourceIds: ['0190a5c0-7c1e-7000-8000-000000000001'],
      type: 'request',
      areaCode: '230903011001',
      leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      confidential: false,
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
