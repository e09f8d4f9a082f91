import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, id, oneOf, time } from '../fields.js';
import { CASE_TYPES } from '../vocabulary.js';

/** 调解受理. The committee accepted the case. */
export const caseMediationCaseAcceptedV1 = defineEvent(
  { zh: '调解受理', en: 'The committee accepted the case' },
  {
    caseId: id('The mediation case'),
    requestId: Type.Union([id('The request it came from'), Type.Null()]),
    areaCode: area(),
    caseType: oneOf(CASE_TYPES, 'Type of dispute'),
    at: time('When it happened'),
  },
  {
    caseId: '0190a5c0-7c1e-7000-8000-000000000004',
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    areaCode: '230903011001',
    caseType: 'neighbours',
    at: '2026-11-23T04:00:00.000Z',
  },
);
