import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { WORK_ORDER_TYPES } from '../vocabulary.js';

/** 工单已派. A work order was given to its lead organisation, with due times. */
export const dispatchWorkOrderDispatchedV1 = defineEvent(
  { zh: '工单已派', en: 'A work order was given to its lead organisation, with due times' },
  {
    workOrderId: id('The work order'),
    sourceId: id('What the order is for: the request, or the hazard'),
    type: oneOf(WORK_ORDER_TYPES, 'What kind of work'),
    areaCode: area(),
    leadOrganisationId: Type.Union([id('Lead organisation 主办'), Type.Null()]),
    at: time('When it happened'),
    coOrganisationIds: Type.Array(id('Co-handling organisation 协办')),
    routeReason: code('responsibility-list or designated'),
    signDueAt: time('To be accepted by'),
    feedbackDueAt: time('To be answered by'),
  },
  {
    workOrderId: '0190a5c0-7c1e-7000-8000-000000000002',
    sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
    type: 'request',
    areaCode: '230903011001',
    leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
    at: '2026-11-23T04:00:00.000Z',
    coOrganisationIds: [],
    routeReason: 'responsibility-list',
    signDueAt: '2026-11-23T04:00:00.000Z',
    feedbackDueAt: '2026-11-30T16:00:00.000Z',
  },
);
