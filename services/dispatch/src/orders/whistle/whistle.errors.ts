import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = {
  id: '0190a5c0-7c1e-7000-8000-000000000099',
  most: '20',
  latest: '2026-12-29T04:00:00.000Z',
  from: '2026-11-24T00:30:00.000Z',
};

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
    zh: '贵街道已就本工单在同一时段吹哨（{id}）：改期或改地点请用 move；要增减单位，请取消后重新吹哨。',
    en: 'Your street has whistled about this order for the same hour already ({id}): move that one to another time or place; to summon others, cancel it and whistle anew.',
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
  'whistle.too_early': {
    status: 409,
    zh: '{from} 起方可报到（约定时间前 arrival-early-minutes 分钟）；不能按时到场的，请与吹哨街道商定改期。',
    en: 'Nobody arrives before {from} (policy arrival-early-minutes before they meet). Who cannot come asks the street for another time.',
  },
  'whistle.not_met_yet': {
    status: 409,
    zh: '约定时间 {from} 之前，须被哨单位全部到场方可办结；问题已解决的请取消吹哨（cancel），改期的请用 move。',
    en: 'Before they meet at {from} it is concluded only when all have arrived: call it off (cancel) where the matter is settled, or move it.',
  },
  'whistle.moved_too_late': {
    status: 409,
    zh: '已有单位报到，或报到时限已过，不再改期改地点；请办结，或取消后重新吹哨。',
    en: 'Somebody has arrived, or the time to arrive is over: it is moved no more. Conclude it, or cancel it and whistle anew.',
  },
  'whistle.moved_too_often': {
    status: 409,
    zh: '本次吹哨已改期改地点 {most} 次（参数 whistle-moves）；请取消，商定后重新吹哨。',
    en: 'This whistle was moved {most} times already (policy whistle-moves): cancel it, agree on a time, and whistle anew.',
  },
  'whistle.same_meeting': {
    status: 422,
    zh: '地点和时间都没有变化，请填写新的地点或时间。',
    en: 'Neither place nor time changes: say another place or another time.',
  },
  'whistle.department_wanted': {
    status: 422,
    zh: '街道评分须指明被哨的部门。',
    en: 'A street names the department that it marks, one of those summoned.',
  },
});
