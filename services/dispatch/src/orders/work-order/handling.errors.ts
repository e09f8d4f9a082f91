import { defineErrors } from '@zero-distance/kernel';

/** 办理提醒: what an answer warns of. */
export const HANDLING_WARNINGS = ['requester-not-reached'] as const;
export type HandlingWarning = (typeof HANDLING_WARNINGS)[number];

/** 未联系提醒, in words. */
export const UNCONTACTED = {
  code: 'requester-not-reached',
  zh: '本轮尚未联系上诉求人：请在答复前联系，并记录联系时间和方式（contact）。',
  en: 'The requester was not reached in this round: contact them before answering, and record when and how (contact).',
} as const;

const EXAMPLES = { since: '2026-11-23T04:00:00.000Z', today: '2026-11-29', latest: '2027-02-27', most: 200 };

/** The refusals about how the lead handles an order: whom it contacted, and who of its people does it. */
export const refuseHandling = defineErrors('dispatch', EXAMPLES, {
  'work_order.nobody_to_contact': {
    status: 409,
    zh: '本工单没有可由主办单位联系的诉求人：隐患没有诉求人，保密诉求的诉求人不告知主办单位。',
    en: 'There is nobody whom the lead of this order may contact: a hazard has no requester, and that of a confidential request is not told to the lead.',
  },
  'work_order.contact_not_now': {
    status: 422,
    zh: '联系时间须在本单位接到本轮工单（{since}）之后、现在之前。',
    en: 'The contact has to be after this organisation got the order in this round ({since}), and not in the future.',
  },
  'work_order.reported_too_often': {
    status: 409,
    zh: '本工单的阶段反馈或联系记录已达 {most} 次（参数 reports-per-order）：请反馈结果（reply），或申请挂账、延期。',
    en: 'There are {most} reports of this kind about this order already (policy reports-per-order): reply, or apply for parking or an extension.',
  },
  'work_order.not_sender': {
    status: 403,
    zh: '反馈由谁提交，由谁撤回；其他人请待审核退回（reject）。',
    en: 'A reply is taken back by who sent it; others wait for the reviewer, who may send it back (reject).',
  },
  'work_order.rechecked_already': {
    status: 409,
    zh: '发现人已复核，不能再撤回；需要更正的，请告知审核人退回（reject）。',
    en: 'Who found it has looked at the answer already: it is not taken back any more. Tell the reviewer, who may send it back (reject).',
  },
  'work_order.same_co_handlers': {
    status: 422,
    zh: '本工单的协办单位已经如此，没有变化。',
    en: 'These are the co-handlers of the order already: nothing would change.',
  },
  'work_order.next_report': {
    status: 422,
    zh: '下次反馈日期须在今日（{today}）之后、不晚于 {latest}（参数 report-ahead-days）。',
    en: 'The next report is promised for a day after today ({today}) and until {latest} (policy report-ahead-days).',
  },
  'work_order.staff_wanted': {
    status: 422,
    zh: '请写明经办科室（section）或经办人账号（personId）。',
    en: 'Name the section (section) or the account of the person (personId) that does the work.',
  },
  'work_order.stand_in_for_nobody': {
    status: 422,
    zh: '替班人须另有其人：请先写明经办人，且替班人不能是经办人本人。',
    en: 'A stand-in stands in for somebody else: name the person, and another account as the stand-in.',
  },
  'work_order.staff_recused': {
    status: 409,
    zh: '此人须回避本工单，请改派他人经办。',
    en: 'This person is recused from the order: name somebody else.',
  },
});
