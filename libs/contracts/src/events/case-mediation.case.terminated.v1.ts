import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, publicText, time } from '../fields.js';
import { CASE_TYPES } from '../vocabulary.js';

/** 调解终止. A party refused or withdrew. */
export const caseMediationCaseTerminatedV1 = defineEvent(
  { zh: '调解终止', en: 'A party refused or withdrew' },
  {
    caseId: id('The mediation case'),
    requestId: Type.Union([id('The request it came from'), Type.Null()]),
    areaCode: area(),
    caseType: oneOf(CASE_TYPES, 'Type of dispute'),
    at: time('When it happened'),
    reasonCode: code('Why'),
    publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data'),
  },
  {
    caseId: '0190a5c0-7c1e-7000-8000-000000000004',
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    areaCode: '230903011001',
    caseType: 'neighbours',
    at: '2026-11-23T04:00:00.000Z',
    reasonCode: 'party-refused',
    publicAnswer: '路灯已于11月23日修复，照明恢复正常。',
  },
);
