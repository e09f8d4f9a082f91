import { common, defineEvents, event } from '../define-event.js';
import { area, count, files, flag, id, openWord, time } from '../fields.js';
import { PART_ENDINGS, WORK_ORDER_TYPES } from '../vocabulary.js';

const DUE = '2026-11-29T04:00:00.000Z';
const due = () => ({ dueAt: time('To be reported by') });

/** What happens to the part 协办 of a co-handler of a work order. */
export const PART_EVENTS = defineEvents(
  'dispatch.part',
  {
    'opened.v1': event({ zh: '派给协办单位', en: 'A co-handler has a part of an order' }, due(), { dueAt: DUE }),
    'accepted.v1': event({ zh: '协办单位签收', en: 'The co-handler accepted its part' }),
    'reported.v1': event(
      { zh: '协办单位反馈', en: 'The co-handler reported to the lead' },
      { onTime: flag('By its due time?'), fileIds: files() },
      { onTime: true },
    ),
    'taken-back.v1': event(
      { zh: '撤回协办反馈', en: 'Who reported took the report back before the lead answered: the part is accepted, and due as it was' },
      due(),
      { dueAt: DUE },
    ),
    'returned.v1': event(
      { zh: '退回协办', en: 'The co-handler says that it is not its matter: the centre decides by the due time' },
      due(),
      { dueAt: DUE },
    ),
    'insisted.v1': event({ zh: '维持协办', en: 'The centre says that it is its matter all the same: the part is open again' }, due(), {
      dueAt: DUE,
    }),
    'reminded.v1': event({ zh: '协办逾期', en: 'The co-handler has not reported in time' }, due(), { dueAt: DUE }),
    'undecided.v1': event(
      { zh: '退回协办逾期未定', en: 'The centre has not decided in time about a part that was returned' },
      { dueAt: time('It was to be decided by') },
      { dueAt: DUE },
    ),
    'marked.v1': event({ zh: '主办单位评分', en: 'The lead marked the part' }, { mark: count('The mark, from 1 on') }, { mark: 5 }),
    'ended.v1': event(
      {
        zh: '协办结束',
        en: 'Nothing is to be done in the part any more: its order has ended, is led by another, is reworked, is hidden from the co-handler, or does without it',
      },
      { reasonCode: openWord(PART_ENDINGS, 'Why') },
      { reasonCode: 'order-ended' },
    ),
  },
  common(
    {
      partId: id('The part'),
      workOrderId: id('The work order'),
      sourceId: id('What the order is for: the request, or the hazard'),
      type: openWord(WORK_ORDER_TYPES, 'What kind of work'),
      areaCode: area(),
      coOrganisationId: id('The co-handling organisation 协办'),
      leadOrganisationId: id('The lead organisation 主办 that it is reported to'),
      at: time('When it happened'),
    },
    {
      partId: '0190a5c0-7c1e-7000-8000-000000000099',
      workOrderId: '0190a5c0-7c1e-7000-8000-000000000002',
      sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
      type: 'request',
      areaCode: '230903011001',
      coOrganisationId: '0190a5c0-7c1e-7000-8000-000000000004',
      leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
