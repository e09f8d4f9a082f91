import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, flag, id, oneOf, time } from '../fields.js';
import { SATISFACTION_LEVELS } from '../vocabulary.js';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(field: T) => Type.Union([field, Type.Null()]);

/** What happens to a service case of the time before 历史办件: it is brought in, once. Nothing tells who applied. */
export const PAST_SERVICE_CASE_EVENTS = defineEvents(
  'intake.past-service-case',
  {
    'imported.v1': event(
      { zh: '历史办件已导入', en: 'A service case of the time before was brought in: nobody has to do anything' },
      {
        itemCode: code('What was applied for, as the catalogue called it'),
        openedAt: time('When it was opened'),
        askedLater: flag('Something was asked for after all that was missing had been told'),
        oneStop: flag('一人通办: its item is one that a single clerk completes'),
        deliveredAt: orNull(time('When the result was delivered; null: it was refused or withdrawn')),
        inTime: flag('Decided by when it was due'),
        oneVisit: flag('The applicant came once'),
        alone: flag('One qualified clerk took every step of an item that one completes'),
        ratedAt: orNull(time('When the applicant rated it; null: they did not')),
        satisfaction: orNull(oneOf(SATISFACTION_LEVELS, 'How satisfied')),
      },
      {
        ...{ itemCode: 'HF-04', openedAt: '2025-03-03T02:00:00.000Z', askedLater: false, oneStop: true },
        ...{ deliveredAt: '2025-03-05T02:00:00.000Z', inTime: true, oneVisit: true, alone: true },
        ...{ ratedAt: '2025-03-06T02:00:00.000Z', satisfaction: 'satisfied' },
      },
    ),
  },
  common(
    { pastServiceCaseId: id('The service case'), areaCode: area('Where it was handled'), at: time('When it happened') },
    { pastServiceCaseId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
