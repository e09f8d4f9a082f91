import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, count, files, finder, flag, id, oneOf, openWord, orderedService, publicText, sealedText, time } from '../fields.js';
import { FACTS, FACTS_EXAMPLE, IF_ASKED_FOR } from '../request-facts.js';
import {
  ANSWERING_SERVICES,
  CHANNELS,
  CORRECTABLE,
  EMERGENCY_NUMBERS,
  FOLLOW_UP_KINDS,
  REOPEN_CAUSES,
  REQUEST_KINDS,
} from '../vocabulary.js';

/** What every step says. */
const STEP = { kind: oneOf(REQUEST_KINDS, 'What was asked'), at: time('When it happened') };
const STEP_EXAMPLE = { kind: 'complaint', at: '2026-11-23T04:00:00.000Z' } as const;

/** What happens to a request 诉求. */
export const REQUEST_EVENTS = defineEvents(
  'intake.request',
  {
    'registered.v1': event(
      { zh: '诉求已受理', en: 'A request was taken in' },
      {
        ...FACTS,
        emergencyNumber: Type.Optional(
          oneOf(
            EMERGENCY_NUMBERS,
            'There when it is an emergency of this number: it is redirected at once, and nobody is given work for it',
          ),
        ),
        call: Type.Optional(
          Type.Object(
            { areaCode: area('The area that the line serves'), queueSeconds: count('Seconds until somebody answered') },
            { additionalProperties: false, description: 'There when it came in by telephone and the telephone system told of the call' },
          ),
        ),
        ...{ finderId: finder(), service: orderedService() },
        fileIds: files(),
        sealedText: Type.Optional(
          sealedText('Title, text, place and point, sealed for the services that work on the matter; absent in events of earlier releases'),
        ),
      },
      FACTS_EXAMPLE,
    ),
    'imported.v1': event(
      { zh: '历史诉求已导入', en: 'A request of the time before was brought in, with what became of it: nobody has to do anything' },
      {
        ...FACTS,
        dueAt: Type.Union([time('When an answer was due'), Type.Null()]),
        repliedAt: Type.Union([time('When it was answered'), Type.Null()]),
        closedAt: Type.Union([time('When it was closed'), Type.Null()]),
        reference: Type.Optional(code('Its number in the time before. Absent from those that were brought in before it was told')),
      },
      {
        ...FACTS_EXAMPLE,
        ...{ receivedAt: '2025-03-03T02:00:00.000Z', dueAt: '2025-03-10T09:00:00.000Z' },
        ...{ repliedAt: '2025-03-05T04:00:00.000Z', closedAt: '2025-03-06T04:00:00.000Z' },
      },
    ),
    'corrected.v1': event(
      { zh: '诉求已更正', en: 'What a request is about was corrected: these facts hold from now on' },
      {
        ...FACTS,
        at: time('When it was corrected'),
        corrected: Type.Array(openWord(CORRECTABLE, 'What'), { minItems: 1, description: 'What was corrected' }),
        sealedText: Type.Optional(
          sealedText('Title, text, place and point, sealed as when it was taken in; absent when no word of them was corrected'),
        ),
      },
      { ...FACTS_EXAMPLE, at: '2026-11-23T04:00:00.000Z', corrected: ['area', 'category'] },
    ),
    /** 追加. Of a request that somebody works on: no other order is opened for it. */
    'followed-up.v1': event(
      { zh: '诉求人追加：催办、补充或投诉办理', en: 'The requester urged, added to, or complained of the handling of an open request' },
      {
        ...STEP,
        followUpId: id('What was said'),
        followUp: openWord(FOLLOW_UP_KINDS, 'What it was'),
        channel: openWord(CHANNELS, 'How it came in'),
        urges: count('How often the requester has urged in this round, this time included'),
        leadOrganisationId: Type.Union([id('Who has the request, as intake knows; null for nobody'), Type.Null()]),
        fileIds: files(),
        sealedText: Type.Optional(sealedText('What was said, sealed for the services that work on the matter; absent when no word was')),
      },
      {
        ...STEP_EXAMPLE,
        followUpId: '0190a5c0-7c1e-7000-8000-000000000005',
        followUp: 'urge',
        channel: 'hotline-12345',
        urges: 2,
        leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      },
    ),
    /** 收回追加. It was said of this request by mistake: whoever keeps it keeps it no more. */
    'follow-up-taken-back.v1': event(
      { zh: '追加已收回：误加到本诉求', en: 'What was added to a request by mistake was taken back' },
      {
        ...STEP,
        followUpId: id('What was said'),
        followUp: openWord(FOLLOW_UP_KINDS, 'What it was'),
        channel: openWord(CHANNELS, 'How it came in'),
        leadOrganisationId: Type.Union([id('Who has the request, as intake knows; null for nobody'), Type.Null()]),
      },
      {
        ...STEP_EXAMPLE,
        followUpId: '0190a5c0-7c1e-7000-8000-000000000005',
        followUp: 'supplement',
        channel: 'online',
        leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      },
    ),
    'answered.v1': event(
      { zh: '当场答复', en: 'A request was answered on the spot' },
      { ...STEP, knowledgeEntryId: Type.Optional(id('The knowledge entry that it was answered by')) },
      STEP_EXAMPLE,
    ),
    'declined.v1': event(
      { zh: '不予受理', en: 'A request was declined, with the proper way to go' },
      { ...STEP, reasonCode: code('Why') },
      { ...STEP_EXAMPLE, reasonCode: 'court-matter' },
    ),
    'returned.v1': event(
      { zh: '退回受理', en: 'The work order ended without an answer: the clerk decides again' },
      { ...STEP, reasonCode: code('Why the order ended') },
      { ...STEP_EXAMPLE, reasonCode: 'out-of-scope' },
    ),
    'redirected.v1': event(
      { zh: '转紧急电话', en: 'An emergency: the caller was told to call its number' },
      { ...STEP, emergencyNumber: oneOf(EMERGENCY_NUMBERS, 'The number') },
      { ...STEP_EXAMPLE, emergencyNumber: '119' },
    ),
    'withdrawn.v1': event(
      { zh: '撤回', en: 'The requester withdrew the request' },
      { ...STEP, channel: Type.Optional(openWord(CHANNELS, 'How the requester said so; absent of what ends with another request')) },
      { ...STEP_EXAMPLE, channel: 'hotline-12345' },
    ),
    'dispatched.v1': event(
      { zh: '已派单', en: 'A work order for the request was given to an organisation' },
      { ...STEP, workOrderId: id('The work order') },
      { ...STEP_EXAMPLE, workOrderId: '0190a5c0-7c1e-7000-8000-000000000002' },
    ),
    'mediating.v1': event(
      { zh: '转调解', en: 'A mediation case was opened for the request' },
      { ...STEP, caseId: id('The mediation case') },
      { ...STEP_EXAMPLE, caseId: '0190a5c0-7c1e-7000-8000-000000000004' },
    ),
    'merged.v1': event(
      { zh: '已并单', en: 'A request was merged into the main request of the same matter: whoever has it ends its part' },
      { ...STEP, number: code('Number a person can read over the telephone'), mainRequestId: id('The main request') },
      { ...STEP_EXAMPLE, number: '230903011001-261123-000417', mainRequestId: '0190a5c0-7c1e-7000-8000-000000000005' },
    ),
    'split-off.v1': event(
      { zh: '已拆单', en: 'A merged request stands for itself again' },
      {
        ...STEP,
        mainRequestId: id('The request that it was merged into'),
        takesOver: flag('That one was withdrawn: this one is the main request of the others from now on'),
      },
      { ...STEP_EXAMPLE, mainRequestId: '0190a5c0-7c1e-7000-8000-000000000005', takesOver: false },
    ),
    /** 分办. Each part is a request of its own, with its own events, which say `parentId`; whoever has the whole ends that. */
    'divided.v1': event(
      { zh: '已分办', en: 'A request was divided into parts, or parts of it are handled again: whoever has the whole ends that' },
      {
        ...STEP,
        partIds: Type.Array(id('A part'), { minItems: 1, description: 'The parts that are worked on from now' }),
      },
      { ...STEP_EXAMPLE, partIds: ['0190a5c0-7c1e-7000-8000-000000000006', '0190a5c0-7c1e-7000-8000-000000000007'] },
    ),
    /** 分项答复. Whoever asked is called back once for all parts. */
    'replied-in-parts.v1': event(
      { zh: '各分项均已答复', en: 'Each part of a divided request has an answer; its requester can now be asked, once' },
      {
        ...FACTS,
        parts: Type.Array(Type.Object({ requestId: id('The part'), number: code('Its number') }, { additionalProperties: false }), {
          description: 'The parts that can be handled again',
        }),
        publicAnswer: publicText('The answers of the parts, one after the other: free of personal data', 45_000),
        repliedAt: time('When the last of them was answered'),
        round: Type.Integer({ minimum: 1, description: '1, and one more for every rework' }),
      },
      {
        ...FACTS_EXAMPLE,
        parts: [
          { requestId: '0190a5c0-7c1e-7000-8000-000000000006', number: '230903011001-261123-000417-1' },
          { requestId: '0190a5c0-7c1e-7000-8000-000000000007', number: '230903011001-261123-000417-2' },
        ],
        publicAnswer: '分项1：路灯已修复。\n分项2：垃圾已清运。',
        repliedAt: '2026-11-23T04:00:00.000Z',
        round: 1,
      },
    ),
    /** 并单答复. Each of those who asked is called back, as after an answer of their own. */
    'replied-with-main.v1': event(
      { zh: '随主诉求答复', en: 'A merged request has the answer of its main request; its requester can now be asked' },
      {
        ...FACTS,
        mainRequestId: id('The main request'),
        answeredBy: openWord(ANSWERING_SERVICES, 'Where the answer of the main request came from; intake: a clerk answered or declined it'),
        answerId: Type.Union([id('The work order or case that answered the main request'), Type.Null()]),
        organisationId: Type.Union([id('Who answers for it; null for a mediation or a clerk'), Type.Null()]),
        publicAnswer: publicText('The answer, released for publication: free of personal data'),
        repliedAt: time('When it was answered'),
        round: Type.Integer({ minimum: 1, description: '1, and one more for every rework' }),
      },
      {
        ...FACTS_EXAMPLE,
        mainRequestId: '0190a5c0-7c1e-7000-8000-000000000005',
        answeredBy: 'dispatch',
        answerId: '0190a5c0-7c1e-7000-8000-000000000002',
        organisationId: '0190a5c0-7c1e-7000-8000-000000000003',
        publicAnswer: '路灯已于11月23日修复，照明恢复正常。',
        repliedAt: '2026-11-23T04:00:00.000Z',
        round: 1,
      },
    ),
    'replied.v1': event(
      { zh: '已答复', en: 'The request has an answer; the requester can now be asked' },
      {
        ...FACTS,
        answeredBy: oneOf(['dispatch', 'case-mediation'], 'Where the answer came from'),
        answerId: id('The work order or case that answered'),
        organisationId: Type.Union([id('Who answers for it; null for a mediation'), Type.Null()]),
        publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data'),
        repliedAt: time('When it was answered'),
        round: Type.Integer({ minimum: 1, description: '1, and one more for every rework' }),
      },
      {
        ...FACTS_EXAMPLE,
        answeredBy: 'dispatch',
        answerId: '0190a5c0-7c1e-7000-8000-000000000002',
        organisationId: '0190a5c0-7c1e-7000-8000-000000000003',
        publicAnswer: '路灯已于11月23日修复，照明恢复正常。',
        repliedAt: '2026-11-23T04:00:00.000Z',
        round: 1,
      },
    ),
    'closed.v1': event({ zh: '已办结', en: 'The request is closed' }, STEP, STEP_EXAMPLE),
    /** 依法删除. Whoever keeps a copy of its words erases it. */
    'erased.v1': event({ zh: '内容已依法删除', en: 'The words of a finished request were erased by law' }, STEP, STEP_EXAMPLE),
    'reopened.v1': event(
      { zh: '重办', en: 'The requester was not content: the request is handled again' },
      {
        ...STEP,
        round: Type.Integer({ minimum: 2, description: 'The round that begins' }),
        cause: Type.Optional(
          openWord(
            REOPEN_CAUSES,
            'Who asked for it: of a callback, who made the answer hears besides; absent in events of earlier releases',
          ),
        ),
        isDivided: Type.Optional(flag('Its parts are handled again, each by an event of its own: nobody has to do anything for the whole')),
        ...IF_ASKED_FOR,
        sealedText: Type.Optional(sealedText('Title, text, place and point, sealed; there when the requester asked for it')),
      },
      { ...STEP_EXAMPLE, round: 2, cause: 'callback' },
    ),
  },
  common(
    {
      requestId: id('The request'),
      areaCode: area(),
      parentId: Type.Optional(
        id('There when it is a part of a divided request: the whole it belongs to, which alone counts as a request and is called back'),
      ),
    },
    { requestId: '0190a5c0-7c1e-7000-8000-000000000001', areaCode: '230903011001' },
  ),
);
