import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000092', need: 'topic' };

/** The refusals about needs that are found at doors. */
export const refuseNeed = defineErrors('intake', EXAMPLES, {
  'knock_need.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的敲门需求，或不在您的管辖范围内。',
    en: 'There is no need {id} within what you may see.',
  },
  'knock_need.no_room': {
    status: 409,
    zh: '需求 {need} 在系统中尚无去处，继续待落实；另行处理后可登记不再需要（drop）并说明。',
    en: 'There is nothing in the system yet that a need {need} could become: it waits. Settled elsewhere, drop it and say how.',
  },
  'knock_need.other_kind': {
    status: 422,
    zh: '所填编号不是需求 {need} 应落实成的事项；点单须为服务单，诉求须为其他诉求。',
    en: 'That is not what a need {need} becomes: a service order is a request of that kind, a request is one of another.',
  },
  'knock_need.not_request': {
    status: 409,
    zh: '需求 {need} 不由此登记为诉求；请先点单或纳入重点服务对象，再关联（link）。',
    en: 'A need {need} does not become a request here: order the service or enter the key person first, and link it.',
  },
});
