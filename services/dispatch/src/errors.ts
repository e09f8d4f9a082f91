import { defineErrors, registerErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  evidence: 'photo',
  until: '2026-11-24T02:00:00.000Z',
  state: 'dispatched',
  organisation: 'community-230903011001',
  code: 'street-lamps',
  kind: 'extension',
  from: 'accepted, in-progress',
  codes: 'not-our-duty, wrong-area',
  organisations: 'urban-management',
  reason: 'given-to-another',
  most: '5',
  latest: '2026-12-07T16:00:00.000Z',
  today: '2026-11-24',
  parent: 'property-office',
  successor: 'urban-management',
  id: '0190a5c0-7c1e-7000-8000-000000000099',
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
    zh: '该事项不在社区（村）“{organisation}”的职责清单内，不得下派；请派给清单所列单位或其上级。',
    en: 'This matter is not on the responsibility list of the community or village "{organisation}": it may not be pushed down to it. Name who the list names, or a street, town or department.',
  },
  'work_order.assisting_only': {
    status: 409,
    zh: '社区（村）“{organisation}”对该事项只是协助，不得作为主办；可列为协办。',
    en: 'The community or village "{organisation}" only assists with this matter: it may not lead it. Name it as a co-handler.',
  },
  'work_order.organisation_barred': {
    status: 409,
    zh: '“{organisation}”被投诉或须回避本事项，不得承办。',
    en: '"{organisation}" is complained about or recused in this matter: it may not be given it.',
  },
  'organisation.unknown': registerErrors('dispatch')['organisation.unknown'],
  'organisation.not_found': registerErrors('dispatch')['organisation.not_found'],
  'organisation.retired': {
    status: 422,
    zh: '单位“{code}”已撤销，由“{successor}”承接，请改用承接单位。',
    en: 'The organisation "{code}" is no more: "{successor}" took over its work. Name that one.',
    examples: { code: 'housing-bureau' },
  },
  'organisation.parent_below': {
    status: 422,
    zh: '“{parent}”就是“{code}”或其下级，不能作为其上级；请另填上级或留空。',
    en: '"{parent}" is "{code}" itself or belongs to it, so it cannot be above it: name another, or none.',
    examples: { code: 'housing-bureau' },
  },
  'organisation.successor_itself': {
    status: 422,
    zh: '单位不能由自己承接，请填写另一单位。',
    en: 'An organisation does not take over from itself: name another.',
  },
  'organisation.successor_below': {
    status: 422,
    zh: '部门的事项不得下放给社区、村“{successor}”，请由部门、街道或乡镇承接。',
    en: 'The matters of a department may not be handed down to a community or village ("{successor}"): name a department, street or town.',
    examples: { successor: 'community-230903011001' },
  },
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
  'holiday.hours': {
    status: 422,
    zh: '工作时段须依次写为 09:00-12:00 13:30-17:00，时段之间以空格分隔，不得重叠。',
    en: 'Working hours are periods in turn, such as 09:00-12:00 13:30-17:00, with a space between them and no overlap.',
  },
  'holiday.no_hours_of_a_day_off': {
    status: 422,
    zh: '放假的日子没有工作时段：请改为 workday，或不填 hours。',
    en: 'A day off has no working hours: make it a workday, or leave hours out.',
  },
  'register.changed_meanwhile': {
    status: 409,
    zh: '该条目刚被他人修改，请重新读取后再提交。',
    en: 'Somebody else changed this entry at the same moment: read it again and retry.',
  },
  'application.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的申请，或不在您可见的范围内。',
    en: 'There is no application {id} within what you may see.',
  },
  'application.not_asker': {
    status: 403,
    zh: '只有提出该申请的单位可以执行该操作。',
    en: 'Only the organisation that asked may do that.',
  },
  'application.not_now': {
    status: 409,
    zh: '工单状态为“{state}”时不能申请“{kind}”；可申请的状态：{from}。',
    en: 'A "{kind}" cannot be asked of an order that is "{state}"; it can be of one that is: {from}.',
  },
  'application.expired': {
    status: 409,
    zh: '办理时限已于 {until} 届满，延期须在届满前申请。',
    en: 'The time to answer ended at {until}: an extension is asked before that.',
  },
  'application.open_already': {
    status: 409,
    zh: '本工单已有同类申请待审批，请等待审批或先撤回。',
    en: 'An application of this kind is open for the order: wait for the decision, or withdraw it first.',
  },
  'application.asked_already': {
    status: 409,
    zh: '本轮办理中同类申请已有结果，不得再次提出；未获同意的可在期限内申请复核。',
    en: 'An application of this kind was decided in this round and is not asked again; a refusal may be appealed within its window.',
  },
  'application.appealed_already': {
    status: 409,
    zh: '该申请已经复核，复核仅限一次。',
    en: 'The refusal was appealed already, which is possible once.',
  },
  'application.appeal_window_over': {
    status: 409,
    zh: '申请复核的期限已于 {until} 届满。',
    en: 'The window to appeal ended at {until}.',
  },
  'application.not_revocable': {
    status: 409,
    zh: '只有剔除可以撤销；“{kind}”已经生效。',
    en: 'Only an exclusion can be revoked; the "{kind}" has happened.',
  },
  'application.order_moved_on': {
    status: 409,
    zh: '该工单已不由申请单位主办，申请即将失效，不能再同意。',
    en: 'The order is no longer led by who asked: the application lapses in a moment and cannot be granted.',
  },
  'application.lead_wanted': {
    status: 422,
    zh: '同意改派须指定新的主办单位。',
    en: 'To grant a reassignment, name who leads from now on.',
  },
  'application.no_lead_wanted': {
    status: 422,
    zh: '“{kind}”不改变主办单位，请去掉主办、协办单位。',
    en: 'A "{kind}" does not change who leads: leave lead and co-handlers out.',
  },
  'application.reason_code': {
    status: 422,
    zh: '申请“{kind}”的理由代码须为：{codes}。',
    en: 'The reason code of a "{kind}" is one of: {codes}.',
  },
  'application.extend_by': {
    status: 422,
    zh: '申请延期须写明延期时长，其他申请不写；本申请为“{kind}”。',
    en: 'An extension says by how much, and no other application does; this one is a "{kind}".',
  },
  'application.extension_too_long': {
    status: 422,
    zh: '延期最多至 {latest}，请缩短时长。',
    en: 'An extension reaches until {latest} at most: ask for less.',
  },
  'application.review_on': {
    status: 422,
    zh: '申请挂账须写明复核日，其他申请不写；本申请为“{kind}”。',
    en: 'Parking names its review date, and no other application does; this one is a "{kind}".',
  },
  'application.review_date': {
    status: 422,
    zh: '复核日须在 {today} 之后，且不晚于 {latest}。',
    en: 'The review date must be after {today} and not after {latest}.',
  },
  'part.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的协办，或不在您可见的范围内。',
    en: 'There is no part {id} within what you may see.',
  },
  'part.not_co_handler': {
    status: 403,
    zh: '只有该协办单位可以执行该操作。',
    en: 'Only the co-handler whose part it is may do that.',
  },
  'part.awaited': {
    status: 409,
    zh: '协办单位尚未反馈：{organisations}。请待其反馈，或待其时限 {until} 届满后再反馈。',
    en: 'Co-handlers have not reported yet: {organisations}. Wait for their reports, or until their time is over at {until}.',
  },
  'part.over': {
    status: 409,
    zh: '该协办已无须办理（{reason}），请查看工单现状。',
    en: 'Nothing is to be done in this part any more ({reason}): look at its order.',
  },
  'part.late_reason_wanted': {
    status: 422,
    zh: '协办时限已于 {until} 届满，请写明迟报理由。',
    en: 'The part was due at {until}: say why the report is late.',
  },
  'part.not_late': {
    status: 422,
    zh: '协办时限至 {until}，尚未逾期，请去掉迟报理由。',
    en: 'The part is due at {until} and not late: leave the reason out.',
  },
  'part.marked_after_reply': {
    status: 409,
    zh: '主办单位反馈之后方可评分。',
    en: 'A part is marked once the lead has answered.',
  },
  'part.marked_already': {
    status: 409,
    zh: '已经评过分，评分不再更改。',
    en: 'A mark was given already: it stays.',
  },
  'part.mark_beyond_scale': {
    status: 422,
    zh: '评分最高为 {most}。',
    en: 'The best mark is {most}.',
  },
  'work_order.evidence_missing': {
    status: 422,
    zh: '该类别答复“已解决”或复核通过须附：{evidence}。请上传后在 files 中列出。',
    en: 'Of this category, a reply that it is solved, or who confirms it, has to show: {evidence}. Upload it and name it in `files`.',
    examples: { evidence: 'photo' },
  },
  'work_order.escalated_fully': {
    status: 409,
    zh: '本工单已提级至领导专题会，不能再提级。',
    en: "This order is before the leaders' meeting already: there is nothing further up.",
  },
});
