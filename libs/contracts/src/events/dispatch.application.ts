import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, files, id, openWord, time } from '../fields.js';
import { APPLICATION_KINDS, WORK_ORDER_TYPES } from '../vocabulary.js';

const DUE = '2026-11-24T16:00:00.000Z';
const due = () => ({ dueAt: time('To be decided by') });

/** What happens to an application 申请 of the lead of a work order. */
export const APPLICATION_EVENTS = defineEvents(
  'dispatch.application',
  {
    'asked.v1': event(
      { zh: '提出申请', en: 'The lead of an order asked for something that the centre decides; clocks run on' },
      { reasonCode: Type.Union([code('Why'), Type.Null()]), ...due(), fileIds: files() },
      { reasonCode: null, dueAt: DUE },
    ),
    'granted.v1': event({ zh: '同意申请', en: 'The application was granted' }),
    'refused.v1': event({ zh: '不同意申请', en: 'The application was refused' }),
    'appealed.v1': event({ zh: '申请复核', en: 'The refusal of an application was appealed, which is possible once' }, due(), {
      dueAt: DUE,
    }),
    'withdrawn.v1': event({ zh: '撤回申请', en: 'Who asked withdrew the application' }),
    'revoked.v1': event({ zh: '撤销剔除', en: 'What was granted is taken back: the order counts in the figures again' }),
    'reminded.v1': event({ zh: '申请逾期未批', en: 'Nobody decided the application in time; nothing is granted by that' }, due(), {
      dueAt: DUE,
    }),
    'lapsed.v1': event({ zh: '申请失效', en: 'The order has ended or is led by another: the application is void' }),
  },
  common(
    {
      applicationId: id('The application'),
      workOrderId: id('The work order'),
      sourceId: id('What the order is for: the request, or the hazard'),
      type: openWord(WORK_ORDER_TYPES, 'What kind of work'),
      kind: openWord(APPLICATION_KINDS, 'What is asked for'),
      areaCode: area(),
      leadOrganisationId: id('The lead organisation 主办 that asked'),
      at: time('When it happened'),
    },
    {
      applicationId: '0190a5c0-7c1e-7000-8000-000000000099',
      workOrderId: '0190a5c0-7c1e-7000-8000-000000000002',
      sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
      type: 'request',
      kind: 'extension',
      areaCode: '230903011001',
      leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
