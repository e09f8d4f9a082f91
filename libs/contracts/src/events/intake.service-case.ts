import { common, defineEvents, event } from '../define-event.js';
import { area, code, count, flag, id, oneOf, openWord, time } from '../fields.js';
import { RATING_FINDINGS, SATISFACTION_LEVELS, SERVICE_CASE_MODES, SERVICE_CASE_REFUSALS } from '../vocabulary.js';

/** What happens to a service case 办件. Never who applies, nor for whom. */
export const SERVICE_CASE_EVENTS = defineEvents(
  'intake.service-case',
  {
    'opened.v1': event(
      { zh: '收件，缺少的材料一次告知', en: 'A service case was opened: all that is missing was told in one go' },
      { missing: count('Materials that are missing') },
      { missing: 1 },
    ),
    'materials-brought.v1': event(
      { zh: '补齐材料', en: 'Materials were brought' },
      { missing: count('Materials that are missing yet') },
      { missing: 0 },
    ),
    'materials-asked.v1': event(
      { zh: '事后追加材料', en: 'Materials were asked for that were not told in the beginning' },
      { askedLater: count('Materials of the case that were asked later, all in all') },
      { askedLater: 1 },
    ),
    'forms-filled.v1': event({ zh: '代填表单', en: 'The forms were filled for the applicant' }),
    'submitted.v1': event(
      { zh: '提交办理', en: 'It was handed to who decides it' },
      { dueAt: time('By when it is to be decided') },
      { dueAt: '2026-12-07T16:00:00.000Z' },
    ),
    'tracked.v1': event({ zh: '跟踪进度', en: 'Somebody asked how far it is, for the applicant' }),
    'overdue.v1': event(
      { zh: '办件超过办理时限', en: 'It is not decided in its time' },
      { dueAt: time('By when it was to be decided') },
      { dueAt: '2026-12-07T16:00:00.000Z' },
    ),
    'decided.v1': event({ zh: '办件已有结果', en: 'It is decided' }, { inTime: flag('Within its limit') }, { inTime: true }),
    'undelivered.v1': event({ zh: '办件结果待送达', en: 'What was decided was not delivered yet' }),
    'delivered.v1': event(
      { zh: '结果送达', en: 'The result was delivered' },
      {
        oneStop: flag('一人通办: its item is one that a single clerk completes'),
        alone: flag('One qualified clerk took every step of such an item'),
        oneVisit: flag(
          'The applicant came once: nothing had to be brought on another day, nothing was asked later, and the result came to them or was had the same day',
        ),
        inTime: flag('Decided within its limit'),
      },
      { oneStop: true, alone: true, oneVisit: true, inTime: true },
    ),
    'refused.v1': event(
      { zh: '不予办理', en: 'It was refused, with where to go' },
      { reason: oneOf(SERVICE_CASE_REFUSALS, 'Why') },
      { reason: 'not-eligible' },
    ),
    'decision-taken-back.v1': event(
      { zh: '办理结果登记有误，已撤回', en: 'What was decided was registered by mistake: it is not decided' },
      { dueAt: time('By when it is to be decided') },
      { dueAt: '2026-12-07T16:00:00.000Z' },
    ),
    'delivery-taken-back.v1': event({ zh: '送达登记有误，已撤回', en: 'It was not delivered: that was registered by mistake' }),
    'refusal-taken-back.v1': event({ zh: '不予办理登记有误，已撤回', en: 'It was refused by mistake, and goes on where it was' }),
    'unsubmitted.v1': event({ zh: '材料已齐，待提交', en: 'Nothing is missing, and it was not handed in yet' }),
    'lapsing.v1': event(
      { zh: '材料将逾期', en: 'What is missing was not brought: it lapses soon' },
      { missing: count('Materials that are missing'), lapsesAt: time('When it lapses') },
      { missing: 1, lapsesAt: '2026-12-23T04:00:00.000Z' },
    ),
    'withdrawn.v1': event({ zh: '申请人撤回', en: 'The applicant withdrew' }),
    'lapsed.v1': event({ zh: '材料逾期未补，视为撤回', en: 'What was missing was not brought: it counts as withdrawn' }),
    'ended.v1': event({
      zh: '申请人或服务对象去世、迁出或撤回同意，办件终止',
      en: 'Who applied, or for whom, died, moved away or withdrew the consent: it goes on no more',
    }),
    'relocated.v1': event({ zh: '区划撤并，办件转入接续区划', en: 'The area was retired: it goes on in its successor' }),
    'rated.v1': event(
      { zh: '办件评价', en: 'The applicant rated it' },
      { satisfaction: oneOf(SATISFACTION_LEVELS, 'How satisfied') },
      { satisfaction: 'satisfied' },
    ),
    'rating-taken-back.v1': event({ zh: '评价登记有误，已撤回', en: 'It was not rated: that was taken down by mistake' }),
    'rating-overdue.v1': event({ zh: '差评超时未核实', en: 'Nobody has verified a poor rating in its time' }),
    'rating-verified.v1': event(
      { zh: '差评已核实', en: 'A poor rating was verified' },
      { finding: oneOf(RATING_FINDINGS, 'What came of it') },
      { finding: 'put-right' },
    ),
  },
  common(
    {
      serviceCaseId: id('The service case'),
      areaCode: area(),
      itemCode: code('The item of the catalogue'),
      mode: openWord(SERVICE_CASE_MODES, '办件方式 how it is handled'),
      at: time('When it happened'),
    },
    {
      serviceCaseId: '0190a5c0-7c1e-7000-8000-000000000099',
      areaCode: '230903011001',
      itemCode: 'HF-04',
      mode: 'window',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
