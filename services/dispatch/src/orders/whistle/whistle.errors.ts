import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', most: '20', latest: '2026-12-29T04:00:00.000Z' };

/** The refusals about whistles. */
export const refuseWhistle = defineErrors('dispatch', EXAMPLES, {
  'whistle.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的吹哨，或不在您可见的范围内。',
    en: 'There is no whistle {id} within what you may see.',
  },
  'whistle.not_a_street': {
    status: 403,
    zh: '只有街道办事处或乡镇政府可以吹哨。',
    en: 'Only a street or a town whistles.',
  },
  'whistle.in_the_past': {
    status: 422,
    zh: '报到时间须在现在之后。',
    en: 'They can meet only at a time that is yet to come.',
  },
  'whistle.too_far_ahead': {
    status: 422,
    zh: '吹哨的报到时间不得晚于 {latest}（参数 whistle-ahead-days）；更晚的请届时再吹哨。',
    en: 'They meet at {latest} at the latest (policy whistle-ahead-days): summon them for a later time when it is nearer.',
  },
  'whistle.order_ended': {
    status: 409,
    zh: '工单已办结或终止，不再吹哨；需要时请另行登记诉求。',
    en: 'The order is closed or terminated: nobody is summoned to it any more. Register another request if there is need.',
  },
  'whistle.too_many': {
    status: 409,
    zh: '本工单已吹哨 {most} 次（参数 whistles-per-order），请改用提级或督办。',
    en: 'There were {most} whistles about this order already (policy whistles-per-order): escalate it, or ask for a supervision order.',
  },
  'whistle.called_already': {
    status: 409,
    zh: '贵街道已就本工单在同一时段吹哨（{id}）：要增减单位或改期，请取消后重新吹哨。',
    en: 'Your street has whistled about this order for the same hour already ({id}): to summon others or at another time, cancel that one and whistle anew.',
  },
  'whistle.marked_already': {
    status: 409,
    zh: '已经评过分，评分不再更改。',
    en: 'A mark was given already: it stays.',
  },
  'whistle.not_caller': {
    status: 403,
    zh: '只有吹哨的街道可以执行该操作。',
    en: 'Only the street that whistled may do that.',
  },
  'whistle.not_summoned': {
    status: 403,
    zh: '只有被哨单位可以执行该操作。',
    en: 'Only who was summoned may do that.',
  },
  'whistle.arrived_already': {
    status: 409,
    zh: '贵单位已经报到。',
    en: 'Your organisation has arrived already.',
  },
  'whistle.department_wanted': {
    status: 422,
    zh: '街道评分须指明被哨的部门。',
    en: 'A street names the department that it marks, one of those summoned.',
  },
});
