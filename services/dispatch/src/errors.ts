import { defineErrors, registerErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  until: '2026-11-24T02:00:00.000Z',
  state: 'dispatched',
  organisation: 'community-230903011001',
  code: 'street-lamps',
};

/** Every refusal of this service. The state table's own (`work_order.transition_not_allowed`, `role_not_allowed`) are made by it. */
export const refuse = defineErrors('dispatch', EXAMPLES, {
  'work_order.not_found': {
    status: 404,
    zh: '没有该工单，或不在您可见的范围内。',
    en: 'There is no such work order, or it is not yours to see.',
  },
  'work_order.not_lead': {
    status: 403,
    zh: '只有本工单的主办单位可以执行该操作。',
    en: 'Only the lead organisation of this order may do that.',
  },
  'work_order.designated': {
    status: 409,
    zh: '本工单由派单中心指定主办，不得退单。',
    en: 'The centre designated the lead of this order: it may not be returned.',
  },
  'work_order.return_window_over': {
    status: 409,
    zh: '退单期限已于 {until} 届满。',
    en: 'The return window ended at {until}.',
  },
  'work_order.not_dispatched_again': {
    status: 409,
    zh: '只有已终止、诉求尚未由受理员了结的诉求工单可以再次派单；本工单为“{state}”。',
    en: 'Only a terminated order of a request that no clerk has settled since can be dispatched again; this one is "{state}".',
  },
  'work_order.stands_already': {
    status: 409,
    zh: '该诉求已另有工单在办。',
    en: 'Another work order stands for this request already.',
  },
  'work_order.same_lead': {
    status: 422,
    zh: '“{organisation}”已是本工单的主办单位。',
    en: '"{organisation}" leads this order already.',
  },
  'work_order.outside_community_list': {
    status: 409,
    zh: '该事项不在社区“{organisation}”的职责清单内，不得下派。',
    en: 'This matter is not on the responsibility list of the community "{organisation}": it may not be pushed down to it.',
  },
  'work_order.organisation_barred': {
    status: 409,
    zh: '“{organisation}”被投诉或须回避本事项，不得承办。',
    en: '"{organisation}" is complained about or recused in this matter: it may not be given it.',
  },
  'organisation.unknown': registerErrors('dispatch')['organisation.unknown'],
  'organisation.lead_and_co': {
    status: 422,
    zh: '“{code}”已是主办单位，不能同时协办。',
    en: '"{code}" is the lead organisation and cannot be a co-handler too.',
  },
  'responsibility.not_found': { status: 404, zh: '职责清单中没有“{code}”。', en: 'The responsibility list has no entry "{code}".' },
  'responsibility.duplicate': {
    status: 409,
    zh: '“{code}”已规定了同一类别和同一区域；请修改该条。',
    en: 'The entry "{code}" already covers the same category and area: change that one.',
  },
  'responsibility.period_empty': {
    status: 422,
    zh: '失效时间必须晚于生效时间。',
    en: 'The entry must end after it begins.',
  },
  'register.changed_meanwhile': {
    status: 409,
    zh: '该条目刚被他人修改，请重新读取后再提交。',
    en: 'Somebody else changed this entry at the same moment: read it again and retry.',
  },
});
