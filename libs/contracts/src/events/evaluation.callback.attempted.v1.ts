import { defineEvent } from '../define-event.js';
import { area, count, id, time } from '../fields.js';

/** 回访未接通. The requester could not be reached this time. */
export const evaluationCallbackAttemptedV1 = defineEvent(
  { zh: '回访未接通', en: 'The requester could not be reached this time' },
  {
    callbackId: id('The callback'),
    requestId: id('The request'),
    areaCode: area(),
    attempts: count('Attempts so far'),
    at: time('When it happened'),
  },
  {
    callbackId: '0190a5c0-7c1e-7000-8000-000000000007',
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    areaCode: '230903011001',
    attempts: 1,
    at: '2026-11-23T04:00:00.000Z',
  },
);
