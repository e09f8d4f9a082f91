import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, flag, id, oneOf, publicText, time } from '../fields.js';
import { WORK_ORDER_TYPES } from '../vocabulary.js';

/** 已审核. The reply was approved and released as the answer. */
export const dispatchWorkOrderApprovedV1 = defineEvent(
  { zh: '已审核', en: 'The reply was approved and released as the answer' },
  {
    workOrderId: id('The work order'),
    sourceId: id('What the order is for: the request, or the hazard'),
    type: oneOf(WORK_ORDER_TYPES, 'What kind of work'),
    areaCode: area(),
    leadOrganisationId: Type.Union([id('Lead organisation 主办'), Type.Null()]),
    at: time('When it happened'),
    publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data'),
    repliedAt: time('When the reply was made'),
    onTime: flag('Replied by its due time'),
  },
  {
    workOrderId: '0190a5c0-7c1e-7000-8000-000000000002',
    sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
    type: 'request',
    areaCode: '230903011001',
    leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
    at: '2026-11-23T04:00:00.000Z',
    publicAnswer: '路灯已于11月23日修复，照明恢复正常。',
    repliedAt: '2026-11-23T04:00:00.000Z',
    onTime: true,
  },
);
