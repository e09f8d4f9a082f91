import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', most: '20' };

/** The refusals about supervision orders. */
export const refuseSupervision = defineErrors('dispatch', EXAMPLES, {
  'supervision_order.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的督办单，或不在您可见的范围内。',
    en: 'There is no supervision order {id} within what you may see.',
  },
  'supervision_order.not_answerer': {
    status: 403,
    zh: '只有被督办单位可以答复。',
    en: 'Only the organisation that has to answer may do that.',
  },
  'supervision_order.not_sender': {
    status: 403,
    zh: '督办答复由谁提交，由谁撤回；其他人请待退回（return）。',
    en: 'An answer is taken back by who sent it; others wait until it is sent back (return).',
  },
  'supervision_order.taken_back_too_often': {
    status: 409,
    zh: '本督办单的答复已撤回 {most} 次（参数 reports-per-order），不能再撤回；需要更正的，请告知开具单位退回（return）。',
    en: 'The answer was taken back {most} times already (policy reports-per-order): tell who opened it, who may send it back (return).',
  },
  'supervision_order.not_opener': {
    status: 403,
    zh: '领导开具的由领导、派单中心开具的由派单中心退回、销号或撤销。',
    en: 'What a leader opened, leaders decide; what the centre opened, the centre does.',
  },
  'supervision_order.no_lead': {
    status: 422,
    zh: '督办的工单须已有主办单位，请先派单。',
    en: 'Each of these orders must be led by somebody: dispatch it first.',
  },
  'supervision_order.several_leads': {
    status: 422,
    zh: '一张督办单只针对一个主办单位，请分别开具。',
    en: 'A supervision order is of one lead: open one for each.',
  },
  'supervision_order.too_many': {
    status: 409,
    zh: '其中有工单已开具 {most} 张督办单（参数 supervisions-per-order），请就已开具的督办单作出决定，或提级办理。',
    en: 'There are {most} supervision orders about one of these orders already (policy supervisions-per-order): decide about those, or escalate it.',
  },
  'supervision_order.open_already': {
    status: 409,
    zh: '其中有工单已就同一事由开具督办单（{id}），尚未销号：请就该督办单作出决定。',
    en: 'One of these orders has an open supervision order for the same cause already ({id}): decide about that one.',
  },
  'supervision_order.several_types': {
    status: 422,
    zh: '诉求工单与隐患工单请分别开具督办单。',
    en: 'Orders of requests and of hazards are supervised apart: open one for each.',
  },
});
