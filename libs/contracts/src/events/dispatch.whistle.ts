import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, flag, id, openWord, time } from '../fields.js';
import { WHISTLE_RESULTS, WORK_ORDER_TYPES } from '../vocabulary.js';

const DEPARTMENT = '0190a5c0-7c1e-7000-8000-000000000004';
const absent = () => ({ absentOrganisationIds: Type.Array(id('One that did not come'), { maxItems: 20 }) });

/** What happens to a whistle 吹哨 of a street. */
export const WHISTLE_EVENTS = defineEvents(
  'dispatch.whistle',
  {
    'called.v1': event(
      { zh: '吹哨', en: 'A street summons departments to a matter, at a place and a time' },
      { meetAt: time('When they meet'), arriveBy: time('Late after that') },
      { meetAt: '2026-11-24T01:30:00.000Z', arriveBy: '2026-11-24T02:00:00.000Z' },
    ),
    'moved.v1': event(
      { zh: '吹哨改期改地点', en: 'The street moved it to another time or place, before anybody had come' },
      { meetAt: time('When they meet now'), arriveBy: time('Late after that') },
      { meetAt: '2026-11-24T06:00:00.000Z', arriveBy: '2026-11-24T06:30:00.000Z' },
    ),
    'arrived.v1': event(
      { zh: '报到', en: 'One that was summoned has come' },
      { coOrganisationId: id('Who has come'), onTime: flag('In time?') },
      { coOrganisationId: DEPARTMENT, onTime: true },
    ),
    'missed.v1': event({ zh: '未按时报到', en: 'Somebody has not come in time' }, absent(), { absentOrganisationIds: [DEPARTMENT] }),
    'concluded.v1': event(
      { zh: '吹哨办结', en: 'The street said what came of it' },
      { result: openWord(WHISTLE_RESULTS, 'What came of it'), ...absent() },
      { result: 'agreed', absentOrganisationIds: [] },
    ),
    'reminded.v1': event(
      { zh: '吹哨逾期未办结', en: 'The street has not said in time what came of it' },
      { concludeBy: time('It was to be concluded by') },
      { concludeBy: '2026-11-25T16:00:00.000Z' },
    ),
    'corrected.v1': event({
      zh: '吹哨随诉求更正',
      en: 'The request was corrected: the whistle lies there from now on, and is hidden from whom the request is hidden from',
    }),
    'cancelled.v1': event({ zh: '取消吹哨', en: 'The street called it off, or its order has ended' }),
    'marked.v1': event(
      { zh: '双向评分', en: 'The street marked a department, or a department the street' },
      { coOrganisationId: id('The department') },
      { coOrganisationId: DEPARTMENT },
    ),
  },
  common(
    {
      whistleId: id('The whistle'),
      workOrderId: id('The work order that it is about'),
      sourceId: id('What the order is for: the request, or the hazard'),
      type: openWord(WORK_ORDER_TYPES, 'What kind of work'),
      areaCode: area(),
      leadOrganisationId: id('The street'),
      coOrganisationIds: Type.Array(id('Who was summoned'), { minItems: 1, maxItems: 20 }),
      confidential: flag('Who asks is not to be known: it is told to nobody'),
      barredOrganisationIds: Type.Optional(
        Type.Array(id('An organisation'), { description: 'Complained about or recused: never told. Absent: none' }),
      ),
      barredAccountIds: Type.Optional(Type.Array(code('An account or client'), { description: 'Recused: never told. Absent: none' })),
      at: time('When it happened'),
    },
    {
      whistleId: '0190a5c0-7c1e-7000-8000-000000000099',
      workOrderId: '0190a5c0-7c1e-7000-8000-000000000002',
      sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
      type: 'request',
      areaCode: '230903011001',
      leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      coOrganisationIds: [DEPARTMENT],
      confidential: false,
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
