import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000096', field: 'at', days: '7' };

/** The refusals about key persons. */
export const refuseKeyPerson = defineErrors('intake', EXAMPLES, {
  'key_person.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的重点服务对象，或不由您负责。',
    en: 'There is no key person {id} within what you may see.',
  },
  'key_person.known': {
    status: 409,
    zh: '该居民已是重点服务对象，不能重复纳入；不在您的名单中的，请联系所在区划的受理员。',
    en: 'The resident is a key person already. Where you do not see them, ask the clerk of their area.',
  },
  'key_person.not_asked': {
    status: 403,
    zh: '只有被指派、移交或转介的一方才能接收或不接收；需要收回的请用 take-back。',
    en: 'Only who was asked to take them over accepts or refuses; to ask nobody any more, use take-back.',
  },
  'key_person.not_of_organisation': {
    status: 403,
    zh: '该指派或移交写明了单位，您的账号不属于该单位，不能接收；请说明原因不接收，或由对方收回后不写单位再办。',
    en: 'They are given over to an organisation that you do not act for: refuse with the reason, or let it be taken back and asked again without the organisation.',
  },
  'key_person.nobody_with_worker': {
    status: 404,
    zh: '该账号没有您可移交的在服务对象；请核对账号，或按责任人查名单。',
    en: 'That worker looks after nobody whom you may hand over: check the account, or ask the list by worker.',
  },
  'key_person.not_own': {
    status: 403,
    zh: '该对象不由您负责，只有责任人和所在区划的受理员可以操作；请您接收的，接收后再操作。',
    en: 'They are not yours to look after: their worker and the clerks of their area act on them. Where you are asked to take them over, accept first.',
  },
  'key_person.has_left': {
    status: 409,
    zh: '该对象已退出，不再由此查看；看得到居民档案的，请用 residents/{id}/reveal。',
    en: 'They are looked after no more, and their file is not shown here: who may see the resident reveals it there.',
  },
  'key_person.to_oneself': {
    status: 422,
    zh: '不能移交给现责任人；请填写另一账号。',
    en: 'They have that worker already: name another account.',
  },
  'key_person.organisation_unknown': {
    status: 422,
    zh: '没有该单位，或已撤销；请先登记单位。',
    en: 'There is no such organisation, or not any more: register it first.',
  },
  'key_person.same_organisation': {
    status: 422,
    zh: '不能转介给现单位；换责任人请用 transfer。',
    en: 'They are with that organisation already; to change the worker, use transfer.',
  },
  'key_person.same_risk': {
    status: 409,
    zh: '已是该风险等级；有重大变化的请用 report-change。',
    en: 'They are at that risk already; for a major change, use report-change.',
  },
  'key_person.visit_to_come': {
    status: 422,
    zh: '{field} 不能晚于现在；请在走访后登记。',
    en: '{field} cannot be later than now: record the visit when it was made.',
  },
  'key_person.visit_too_old': {
    status: 422,
    zh: '{field} 须在最近 {days} 日之内（策略 care-record-days），且不早于纳入之时。',
    en: '{field} has to be of the last {days} days (policy care-record-days), and not before they were entered.',
  },
  'key_person.request_wanted': {
    status: 422,
    zh: '发现需求为 request 的须填所登记诉求的 requestId，其他不填。',
    en: 'Name the request that came of it (requestId) with the need "request", and with no other.',
  },
});
