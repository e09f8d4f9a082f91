import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, date, files, flag, id, oneOf, openWord, publicText, time } from '../fields.js';
import { CONTACT_WAYS, ESCALATIONS, REPLY_RESULTS, URGENCIES, WORK_ORDER_TYPES } from '../vocabulary.js';

/** An answer that does not stand: the lead goes on with the time that it had left when it answered. */
const goesOnUntil = { feedbackDueAt: Type.Optional(time('To be answered by from now; absent in events of earlier releases')) };

/** What happens to a work order 工单. */
export const WORK_ORDER_EVENTS = defineEvents(
  'dispatch.work-order',
  {
    'opened.v1': event(
      { zh: '工单生成', en: 'A work order was opened, not yet given to anybody' },
      {
        urgency: oneOf(URGENCIES, 'How urgent'),
        categoryCode: Type.Union([Type.String({ pattern: '^[0-9]{6}$' }), Type.Null()], { description: 'Category, 2+2+2 digits' }),
        feedbackDueAt: Type.Optional(time('To be answered by, whoever gets it')),
      },
      { urgency: 'normal', categoryCode: '010203', feedbackDueAt: '2026-11-30T16:00:00.000Z' },
    ),
    'dispatched.v1': event(
      { zh: '工单已派', en: 'A work order was given to its lead organisation, with due times' },
      {
        coOrganisationIds: Type.Array(id('Co-handling organisation 协办')),
        routeReason: code('responsibility-list or designated'),
        signDueAt: time('To be accepted by'),
        feedbackDueAt: time('To be answered by'),
      },
      {
        coOrganisationIds: [],
        routeReason: 'responsibility-list',
        signDueAt: '2026-11-23T04:00:00.000Z',
        feedbackDueAt: '2026-11-30T16:00:00.000Z',
      },
    ),
    'corrected.v1': event(
      { zh: '工单随诉求更正', en: 'The request was corrected: the order is of this area, category and urgency from now on, and due by' },
      {
        urgency: oneOf(URGENCIES, 'How urgent'),
        categoryCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Category, 2+2+2 digits' }),
        feedbackDueAt: time('To be answered by'),
        parked: Type.Optional(flag('It waits: nothing is due until it is taken up again')),
        finderId: Type.Optional(code('Account of who found the matter, where they are to look at its answer again since this correction')),
        recheckDueAt: Type.Optional(time('Until when they are waited for')),
      },
      { urgency: 'normal', categoryCode: '010203', feedbackDueAt: '2026-11-30T16:00:00.000Z' },
    ),
    'reassigned.v1': event(
      {
        zh: '工单改派',
        en: 'A work order was taken from its lead organisation and given to another, with new due times to accept and return it',
      },
      {
        formerLeadOrganisationId: id('Who had it'),
        coOrganisationIds: Type.Array(id('Co-handling organisation 协办')),
        routeReason: code('responsibility-list or designated'),
        signDueAt: time('To be accepted by'),
        feedbackDueAt: time('To be answered by'),
      },
      {
        formerLeadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000008',
        coOrganisationIds: [],
        routeReason: 'designated',
        signDueAt: '2026-11-23T04:00:00.000Z',
        feedbackDueAt: '2026-11-30T16:00:00.000Z',
      },
    ),
    'handed-over.v1': event(
      {
        zh: '工单承接',
        en: 'An organisation that had a part in the order is no more, and its successor has that part: state and due times stay',
      },
      {
        coOrganisationIds: Type.Array(id('Co-handling organisation 协办')),
        formerOrganisationIds: Type.Array(id('Who had a part in it and has none any more')),
      },
      { coOrganisationIds: [], formerOrganisationIds: ['0190a5c0-7c1e-7000-8000-000000000008'] },
    ),
    'co-handlers-changed.v1': event(
      { zh: '协办单位调整', en: 'The centre added co-handlers to an order, or took some off: its lead, its state and its due times stay' },
      {
        coOrganisationIds: Type.Array(id('Co-handling organisation 协办')),
        formerOrganisationIds: Type.Array(id('Who had a part in it and has none any more')),
      },
      { coOrganisationIds: ['0190a5c0-7c1e-7000-8000-000000000004'], formerOrganisationIds: [] },
    ),
    'recalled.v1': event(
      {
        zh: '工单收回待派',
        en: 'A work order was taken from its lead organisation, because after a correction the list names nobody, or its successor may not have it: the centre gives it anew',
      },
      { reasonCode: code('Why') },
      { reasonCode: 'request-corrected' },
    ),
    'accepted.v1': event({ zh: '工单已签收', en: 'The lead organisation accepted the order' }),
    'started.v1': event({ zh: '办理中', en: 'Work began' }),
    'staff-assigned.v1': event(
      { zh: '分派经办人', en: 'The lead organisation said who of its people does the work' },
      {
        personId: Type.Union([id('Account of who does it'), Type.Null()]),
        standInId: Type.Union([id('Account of who does it while that person is away'), Type.Null()]),
      },
      { personId: '0190a5c0-7c1e-7000-8000-000000000009', standInId: null },
    ),
    'contacted.v1': event(
      { zh: '联系诉求人', en: 'The lead organisation reached the requester, or tried to' },
      { way: openWord(CONTACT_WAYS, '联系方式 how'), reached: flag('Reached'), contactedAt: time('When') },
      { way: 'phone', reached: true, contactedAt: '2026-11-23T04:00:00.000Z' },
    ),
    'appointed.v1': event(
      { zh: '约定服务时间', en: 'Who provides a service agreed with the resident when, or moved what was agreed' },
      { appointedFrom: time('Agreed from'), appointedUntil: time('Agreed until'), moved: flag('Another time was agreed before') },
      { appointedFrom: '2026-12-02T01:00:00.000Z', appointedUntil: '2026-12-02T03:00:00.000Z', moved: false },
    ),
    'appointment-missed.v1': event(
      { zh: '约定的服务时间已过', en: 'The time that was agreed for a service is over, and its provider has not answered' },
      { appointedFrom: time('Agreed from'), appointedUntil: time('Agreed until') },
      { appointedFrom: '2026-12-02T01:00:00.000Z', appointedUntil: '2026-12-02T03:00:00.000Z' },
    ),
    'appointment-cancelled.v1': event(
      { zh: '取消约定的服务时间', en: 'The time that was agreed for a service is off: none is agreed now' },
      { reasonCode: code('Why') },
      { reasonCode: 'resident' },
    ),
    'progressed.v1': event(
      { zh: '阶段反馈', en: 'The lead organisation reported how far the work has come' },
      { nextReportOn: Type.Union([date('When the next report is to come'), Type.Null()]), fileIds: files() },
      { nextReportOn: '2026-11-27' },
    ),
    'replied.v1': event(
      { zh: '已反馈', en: 'The lead organisation replied; a reviewer looks next' },
      {
        feedbackDueAt: time('It was to be answered by'),
        onTime: flag('Replied by its due time'),
        fileIds: files(),
        finderId: Type.Optional(code('Account of who found the matter, and looks at it again before a reviewer does; absent: nobody')),
        recheckDueAt: Type.Optional(time('Until when they are waited for')),
      },
      { feedbackDueAt: '2026-11-30T16:00:00.000Z', onTime: true },
    ),
    'taken-back.v1': event(
      {
        zh: '撤回反馈',
        en: 'Who replied took the reply back before anybody looked at it: the order is in progress again, and due as it was',
      },
      { feedbackDueAt: time('To be answered by') },
      { feedbackDueAt: '2026-11-30T16:00:00.000Z' },
    ),
    'confirmed.v1': event(
      { zh: '复核通过', en: 'Who found the matter looked again, and says that it is done; a reviewer looks next' },
      { fileIds: files() },
      {},
    ),
    'refuted.v1': event(
      { zh: '复核不通过', en: 'Who found the matter looked again, and says that it is not done: the order is in progress again' },
      { reasonCode: code('Why'), fileIds: files(), ...goesOnUntil },
      { reasonCode: 'not-solved', feedbackDueAt: '2026-11-30T16:00:00.000Z' },
    ),
    'recheck-lapsed.v1': event({
      zh: '复核逾期',
      en: 'Who found the matter has not looked again in time, or need not since a correction: a reviewer looks next',
    }),
    'rejected.v1': event(
      { zh: '反馈退回', en: 'The reviewer sent the reply back: the order is in progress again' },
      { reasonCode: code('Why'), ...goesOnUntil },
      { reasonCode: 'incomplete', feedbackDueAt: '2026-11-30T16:00:00.000Z' },
    ),
    'approved.v1': event(
      { zh: '已审核', en: 'The reply was approved and released as the answer' },
      {
        publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data'),
        repliedAt: time('When the reply was made'),
        onTime: flag('Replied by its due time'),
        result: Type.Optional(openWord(REPLY_RESULTS, 'What the reply came to; absent of earlier releases')),
      },
      { publicAnswer: '路灯已于11月23日修复，照明恢复正常。', repliedAt: '2026-11-23T04:00:00.000Z', onTime: true, result: 'solved' },
    ),
    'returned.v1': event(
      { zh: '退单', en: 'The organisation returned the order: not its matter' },
      { reasonCode: code('Why') },
      { reasonCode: 'not-our-duty' },
    ),
    'reworked.v1': event(
      { zh: '返工', en: 'The requester was not content, or a recheck failed: the order is in progress again' },
      { feedbackDueAt: time('To be answered by'), round: Type.Integer({ minimum: 2, description: 'The round that begins' }) },
      { feedbackDueAt: '2026-11-30T16:00:00.000Z', round: 2 },
    ),
    'extended.v1': event(
      { zh: '工单延期', en: 'An extension was granted: the order is to be answered later' },
      { feedbackDueAt: time('To be answered by') },
      { feedbackDueAt: '2026-12-07T16:00:00.000Z' },
    ),
    'parked.v1': event(
      { zh: '工单挂账', en: 'The order waits, with approval: its clock stands still until it is taken up again' },
      { reviewOn: date('When it is taken up again') },
      { reviewOn: '2027-03-01' },
    ),
    'resumed.v1': event(
      { zh: '工单恢复办理', en: 'A parked order was taken up again: it is due as much later as it was parked' },
      { feedbackDueAt: time('To be answered by') },
      { feedbackDueAt: '2027-03-08T16:00:00.000Z' },
    ),
    'closed.v1': event(
      { zh: '工单办结', en: 'The order is closed' },
      { result: Type.Optional(openWord(REPLY_RESULTS, 'What its last reply came to; absent of one closed without a reply')) },
      { result: 'solved' },
    ),
    'terminated.v1': event(
      { zh: '工单终止', en: 'The order was ended without an answer, with approval' },
      { reasonCode: code('Why') },
      { reasonCode: 'request-withdrawn' },
    ),
    'warned.v1': event(
      { zh: '亮灯', en: 'The lamp of an unanswered order turned: its time is nearly over, or over' },
      { feedbackDueAt: time('To be answered by'), lamp: oneOf(['yellow', 'red'], '黄灯 yellow, 红灯 red') },
      { feedbackDueAt: '2026-11-30T16:00:00.000Z', lamp: 'yellow' },
    ),
    'escalated.v1': event(
      { zh: '工单提级', en: 'What its unit has not solved was taken further up' },
      { level: openWord(ESCALATIONS, '提级至 how far up') },
      { level: 'government-office' },
    ),
    'reminded.v1': event(
      { zh: '催办', en: 'An overdue order: a reminder was issued' },
      {
        feedbackDueAt: time('It was to be answered by'),
        level: oneOf(['reminder', 'yellow', 'red'], '催办 reminder, 黄牌 yellow, 红牌 red'),
      },
      { feedbackDueAt: '2026-11-30T16:00:00.000Z', level: 'reminder' },
    ),
  },
  common(
    {
      workOrderId: id('The work order'),
      sourceId: id('What the order is for: the request, the hazard, or the facility fault'),
      type: openWord(WORK_ORDER_TYPES, 'What kind of work'),
      areaCode: area(),
      leadOrganisationId: Type.Union([id('Lead organisation 主办'), Type.Null()]),
      at: time('When it happened'),
    },
    {
      workOrderId: '0190a5c0-7c1e-7000-8000-000000000002',
      sourceId: '0190a5c0-7c1e-7000-8000-000000000001',
      type: 'request',
      areaCode: '230903011001',
      leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
