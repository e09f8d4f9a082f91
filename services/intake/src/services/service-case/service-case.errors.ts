import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = {
  ...{ id: '0190a5c0-7c1e-7000-8000-000000000099', code: 'HF-04', number: '230903011001-261123-000417' },
  ...{ material: '银行卡', materials: '银行卡、身份证', successor: 'HF-33', until: '2026-11-24T04:00:00.000Z', retryAfterSeconds: 3600 },
  ...{ resident: '0190a5c0-7c1e-7000-8000-000000000097', point: 'window-011001', step: 'decision' },
};

/** The refusals about service cases. */
export const refuseCase = defineErrors('intake', EXAMPLES, {
  'service_case.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的办件，或不在您的管辖范围内。',
    en: 'There is no service case {id} within what you may see.',
  },
  'service_case.not_tracked': {
    status: 404,
    zh: '没有此编号的办件，或电话后四位与申请人留下的不符。请核对编号；没有留电话的，请到办理的窗口查询。',
    en: 'There is no service case of this number, or the digits are not those of the telephone that was left. Check the number; who left no telephone asks at the window.',
  },
  'service_case.tried_too_often': {
    status: 429,
    zh: '从您的网络查询此编号输错次数过多，{until} 之后可再试；也可换一个网络，或到办理的窗口查询。',
    en: 'You were wrong too often about this number from your network: try again after {until}, from another network, or ask at the window.',
  },
  'service_case.no_item': {
    status: 422,
    zh: '服务清单中没有可办的事项 {code}：没有登记，或已停办。请从服务清单中选择。',
    en: 'The catalogue has no item {code} to apply for: there is none, or it is offered no more. Choose one of the catalogue.',
  },
  'service_case.item_not_assisted': {
    status: 422,
    zh: '事项 {code} 不提供帮办代办；请选择其他办理方式，或在服务清单中登记。',
    en: 'The item {code} is not handled for others: choose another mode, or register it so in the catalogue.',
  },
  'service_case.applicant_wanted': {
    status: 422,
    zh: '申请人填一处：在册居民填档案编号 applicantId，其他人填 applicant。',
    en: 'Say once who applies: applicantId for a resident of the register, applicant for anybody else.',
  },
  'service_case.resident_not_registered': {
    status: 409,
    zh: '档案 {resident} 已不在册；请找到在册的档案。',
    en: 'The file {resident} is not in use any more: find the one that is.',
  },
  'service_case.consent_wanted': {
    status: 422,
    zh: '帮办代办须先取得本人同意：填写同意方式 consentWay；其他方式不填。',
    en: 'Handling it for somebody needs their consent: give consentWay; leave it out in every other mode.',
  },
  'service_case.material_unknown': {
    status: 422,
    zh: '本办件没有材料“{material}”；请使用一次告知单上的名称。',
    en: 'The case has no material "{material}": use the names of what was told.',
  },
  'service_case.material_known': {
    status: 409,
    zh: '材料“{material}”仍缺，或写了两次；仍缺的不必再追加。',
    en: 'The material "{material}" is missing yet, or is named twice: what is missing is not asked for again.',
  },
  'service_case.material_not_missing': {
    status: 409,
    zh: '材料“{material}”已收或已免交。',
    en: 'The material "{material}" was brought or waived already.',
  },
  'service_case.nothing_missing': {
    status: 409,
    zh: '材料已齐，没有待补的；可以提交办理。收下的材料有误的，请追加。',
    en: 'Nothing is missing: hand it in. Where something that was taken is wrong, ask for it again.',
  },
  'service_case.reason_for_waiver': {
    status: 422,
    zh: '免交的材料须写明理由，其他材料不写。',
    en: 'Say why a material is waived, and of no other.',
  },
  'service_case.brought_along': {
    status: 409,
    zh: '办理系统编号 {number} 的办件已作为历史办件导入，且已统计：同一件不计两次。请核对编号；确系同一件的，撤回本办件。',
    en: 'The case {number} was brought along from the time before, and is counted already: one case counts once. Look at the number; if it is the same case, withdraw this one.',
  },
  'service_case.materials_missing': {
    status: 409,
    zh: '还缺材料：{materials}。补齐或免交后再提交。',
    en: 'These are missing yet: {materials}. Bring or waive them first.',
  },
  'service_case.not_assisted': {
    status: 409,
    zh: '只有帮办代办的办件由工作人员代填表单。',
    en: 'Forms are filled for the applicant only where it is handled for them.',
  },
  'service_case.forms_first': {
    status: 409,
    zh: '帮办代办须先代填表单，再提交。',
    en: 'Fill the forms before it is submitted.',
  },
  'service_case.number_wanted': {
    status: 422,
    zh: '网上办理和帮办代办须填写办理系统的编号 externalNumber，以便跟踪进度。',
    en: 'What is applied for online has a number there: give externalNumber, so that it can be tracked.',
  },
  'service_case.copy_wanted': {
    status: 422,
    zh: '帮办代办送达时须把办理材料副本交给本人：copyGiven 填 true。',
    en: 'Where it was handled for somebody, they get a copy of it all: copyGiven has to be true.',
  },
  'service_case.nobody_to_call': {
    status: 403,
    zh: '只有待您评价回访或核实差评的办件，才能查看申请人姓名和电话。',
    en: 'Name and telephone are shown while you are to take the rating of this case down, or to verify it.',
  },
  'service_case.nobody_to_reveal': {
    status: 409,
    zh: '申请人是在册居民或已清除：在册居民请查看其档案。',
    en: 'Who applied is a resident of the register, or was erased: look at the file of the resident.',
  },
  'service_case.rated_already': { status: 409, zh: '该办件已评价，评价只计一次。', en: 'It was rated already, and counts once.' },
  'service_case.rated_too_late': {
    status: 409,
    zh: '评价期限（送达后，策略 case-rate-days）已过，或申请人信息已清除，不再登记评价。',
    en: 'The time in which it is rated after its delivery (policy case-rate-days) is over, or who applied was erased: it is rated no more.',
  },
  'service_case.open_already': {
    status: 409,
    zh: '该申请人的同一事项已收件、尚未办结（{number}）。确需再收一件的，填 again: true。',
    en: 'The same applicant has this item under way already ({number}). Where it is applied for once more, say again: true.',
  },
  'service_case.nothing_rated': { status: 409, zh: '该办件没有评价可撤回。', en: 'It was not rated, so no rating is taken back.' },
  'service_case.not_your_rating': {
    status: 403,
    zh: '评价只能由登记的人或核实差评的人撤回。',
    en: 'A rating is taken back by who took it down, or by who verifies ratings.',
  },
  'service_case.taken_back_too_late': {
    status: 409,
    zh: '撤回误登的期限（策略 case-take-back-days）已过，或申请人信息已清除；请另行收件。',
    en: 'The time in which it is taken back (policy case-take-back-days) is over, or who applied was erased: open another case.',
  },
  'service_case.another_step': {
    status: 409,
    zh: '该办件最近的一步不是所要撤回的（step 应为 {step}）：可能已有人撤回，请重新查看。',
    en: 'The last step of this case is not the one that is to be taken back (step would be {step}): somebody may have taken it back already. Look at it again.',
  },
  'service_case.was_submitted': {
    status: 409,
    zh: '该办件不予办理前已提交：请用 take-back，回到已提交。',
    en: 'It was handed in before it was refused: use take-back, which leads there.',
  },
  'service_case.was_not_submitted': {
    status: 409,
    zh: '该办件不予办理前尚未提交：请用 reopen，回到补齐材料。',
    en: 'It was not handed in before it was refused: use reopen, which leads to its preparation.',
  },
  'service_case.nothing_to_verify': {
    status: 409,
    zh: '没有待核实的差评：尚未评价、不是差评（后两级），或已核实。',
    en: 'There is no poor rating to verify: it was not rated, not with one of the last two levels, or verified already.',
  },
});
