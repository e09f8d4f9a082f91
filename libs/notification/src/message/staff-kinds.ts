/**
 * 工作通知: what members of staff are told, each said once and used as the name of the kind, as the title of an e-mail and as the text. They hold
 * nothing of a matter: its number and a link come with them.
 */
export const STAFF_TEXTS = {
  'order-handed-over': {
    zh: '因承办单位撤销，有工单由您的单位承接或共同办理，期限不变',
    en: 'An organisation is no more: your organisation has, or shares, an order it had; the due times stay',
  },
  'order-dispatched': { zh: '有工单派给您的单位，请按时签收', en: 'A work order was given to your organisation: please accept it in time' },
  'order-rejected': { zh: '您单位的反馈被审核退回，请补充', en: "A reviewer sent your organisation's reply back" },
  'order-reworked': { zh: '工单需返工', en: 'A work order has to be done again' },
  'order-terminated': { zh: '您单位的工单已终止', en: 'A work order of your organisation was ended' },
  'order-nearly-due': { zh: '工单即将到期（黄灯）', en: 'The time of a work order is nearly over (yellow lamp)' },
  'order-due': { zh: '工单已到期（红灯）', en: 'The time of a work order is over (red lamp)' },
  'order-corrected': { zh: '您单位的工单随诉求更正', en: 'The request of a work order of your organisation was corrected' },
  'order-reminded': { zh: '工单催办，请尽快办理', en: 'This is a reminder: please see to a work order' },
  'order-yellow': { zh: '工单逾期，已亮黄牌', en: 'A work order is overdue: yellow card' },
  'order-red': { zh: '工单逾期，已亮红牌', en: 'A work order is overdue: red card' },
  'order-replied': { zh: '有反馈待审核', en: 'A reply waits for your review' },
  'order-returned': { zh: '工单被退回，待重新派单', en: 'A work order was returned, and waits to be given to another' },
  'order-resumed': { zh: '挂账工单恢复办理', en: 'A parked work order is taken up again' },
  'application-asked': { zh: '有申请待审批', en: 'An application waits for a decision' },
  'application-granted': { zh: '您单位的申请已获同意', en: 'An application of your organisation was granted' },
  'application-refused': { zh: '您单位的申请未获同意', en: 'An application of your organisation was refused' },
  'application-revoked': { zh: '您单位获准的剔除已撤销', en: 'An exclusion from figures granted to your organisation was revoked' },
  'application-overdue': { zh: '申请逾期未批', en: 'An application was not decided in time' },
  'part-opened': { zh: '有工单请您单位协办', en: 'Your organisation has a part in a work order' },
  'part-reported': { zh: '协办单位已反馈', en: 'A co-handler reported its part' },
  'part-overdue': { zh: '协办逾期未反馈', en: 'The part of a co-handler is overdue' },
  'part-marked': { zh: '主办单位对您单位的协办评了分', en: "The lead marked your organisation's part" },
  'part-ended': { zh: '您单位的协办已结束', en: 'The part of your organisation has ended' },
  'order-escalated': { zh: '工单已提级', en: 'A work order was escalated' },
  'supervision-opened': { zh: '有督办单', en: 'A supervision order was opened' },
  'supervision-answered': { zh: '督办单已答复，待销号', en: 'A supervision order was answered, and waits to be closed' },
  'supervision-returned': { zh: '督办单答复被退回', en: "Your organisation's answer to a supervision order was sent back" },
  'supervision-ended': { zh: '督办单已销号或撤销', en: 'A supervision order was closed or revoked' },
  'supervision-overdue': { zh: '督办单逾期', en: 'A supervision order is overdue' },
  'whistle-called': { zh: '街道吹哨，请按时到现场报到', en: 'A street summons your organisation to a place and time' },
  'whistle-missed': { zh: '吹哨后有单位未按时报到', en: 'Somebody that a street summoned has not come in time' },
  'whistle-concluded': { zh: '吹哨已办结，请评分', en: 'A whistle is concluded: please mark the other side' },
  'whistle-cancelled': { zh: '吹哨已取消', en: 'A whistle was called off' },
  'request-returned': { zh: '诉求的工单已终止，待您处理', en: 'The work order of a request was ended: decide what becomes of the request' },
  'request-urged': { zh: '诉求人催办，请尽快办理', en: 'The requester urged: please see to it' },
  'request-supplemented': { zh: '诉求人作了补充', en: 'The requester added something' },
  'request-complained': { zh: '诉求人投诉办理情况', en: 'The requester complained of how the request is handled' },
  'case-applied': { zh: '有调解申请待受理', en: 'An application for mediation waits' },
  'case-assigned': { zh: '有调解案件由您调解', en: 'A case was given to you as its mediator' },
  'case-breached': { zh: '调解协议未履行', en: 'An agreement was not performed' },
  'hazard-rectified': { zh: '隐患已报整改，待复查', en: 'A hazard is reported as rectified, and waits for its recheck' },
  'knowledge-drafted': { zh: '有知识条目待审核发布', en: 'A knowledge entry waits to be published' },
  'knowledge-review-due': { zh: '知识条目到期，请复核', en: 'The review of a knowledge entry is due' },
  'knowledge-expired': { zh: '知识条目已失效', en: 'A knowledge entry is good no more' },
  'callback-opened': { zh: '有诉求待回访', en: 'A callback waits' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** 通知事由 of staff. */
export type StaffKind = keyof typeof STAFF_TEXTS;
export const STAFF_KINDS = Object.keys(STAFF_TEXTS) as [StaffKind, ...StaffKind[]];
