import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, id, oneOf, publicText, time } from '../fields.js';
import { CASE_TYPES } from '../vocabulary.js';

/** What happens to a mediation case 调解案件. */
export const CASE_EVENTS = defineEvents(
  'case-mediation.case',
  {
    'applied.v1': event({ zh: '调解申请', en: 'A mediation case was opened' }),
    'imported.v1': event(
      { zh: '历史案件已导入', en: 'A case of the time before was brought in, with what became of it: nobody has to do anything' },
      {
        acceptedAt: Type.Union([time('When it was accepted'), Type.Null()]),
        agreedAt: Type.Union([time('When the parties agreed'), Type.Null()]),
      },
      { acceptedAt: '2025-03-04T02:00:00.000Z', agreedAt: '2025-03-20T02:00:00.000Z' },
    ),
    'corrected.v1': event({
      zh: '案件随诉求更正',
      en: 'The request was corrected, or the area was retired: the case is of this area and type from now on',
    }),
    'accepted.v1': event({ zh: '调解受理', en: 'The committee accepted the case' }),
    'declined.v1': event(
      { zh: '调解不予受理', en: 'The committee did not accept the case' },
      { reasonCode: code('Why'), publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data') },
      { reasonCode: 'court-judged', publicAnswer: '路灯已于11月23日修复，照明恢复正常。' },
    ),
    'assigned.v1': event(
      { zh: '确定调解员', en: 'A mediator was chosen or assigned' },
      { mediatorId: id('The mediator') },
      { mediatorId: '0190a5c0-7c1e-7000-8000-000000000009' },
    ),
    'left.v1': event({
      zh: '调解员卸任或回避，待另行确定',
      en: 'The mediator was retired or is recused, and nobody has the case: another is to be assigned',
    }),
    'started.v1': event({ zh: '调解开始', en: 'The first session was held' }),
    'agreed.v1': event(
      { zh: '达成协议', en: 'The parties agreed' },
      { publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data') },
      { publicAnswer: '路灯已于11月23日修复，照明恢复正常。' },
    ),
    'failed.v1': event(
      { zh: '调解不成', en: 'The parties did not agree; they were told the legal routes' },
      { publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data') },
      { publicAnswer: '路灯已于11月23日修复，照明恢复正常。' },
    ),
    'terminated.v1': event(
      { zh: '调解终止', en: 'A party refused or withdrew' },
      { reasonCode: code('Why'), publicAnswer: publicText('The answer, released for publication by a reviewer: free of personal data') },
      { reasonCode: 'party-refused', publicAnswer: '路灯已于11月23日修复，照明恢复正常。' },
    ),
    'performed.v1': event({ zh: '协议履行', en: 'The agreement was performed' }),
    'breached.v1': event({ zh: '协议违约', en: 'The agreement was not performed' }),
  },
  common(
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
  ),
);
