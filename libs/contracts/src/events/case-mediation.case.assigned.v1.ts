import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, id, oneOf, time } from '../fields.js';
import { CASE_TYPES } from '../vocabulary.js';

/** 确定调解员. A mediator was chosen or assigned. */
export const caseMediationCaseAssignedV1 = defineEvent(
  { zh: '确定调解员', en: 'A mediator was chosen or assigned' },
  {
    caseId: id('The mediation case'),
    requestId: Type.Union([id('The request it came from'), Type.Null()]),
    areaCode: area(),
    caseType: oneOf(CASE_TYPES, 'Type of dispute'),
    at: time('When it happened'),
    mediatorId: id('The mediator'),
  },
  {
    caseId: '0190a5c0-7c1e-7000-8000-000000000004',
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    areaCode: '230903011001',
    caseType: 'neighbours',
    at: '2026-11-23T04:00:00.000Z',
    mediatorId: '0190a5c0-7c1e-7000-8000-000000000009',
  },
);
