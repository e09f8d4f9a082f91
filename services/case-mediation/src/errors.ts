import { defineErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  code: 'tj-011001-01',
  label: '甲方',
  missing: '司法',
  successor: 'tj-011001-02',
  mediatorArea: '230903011001',
  caseArea: '230903012001',
  state: 'accepted',
  due: '2026-02-14T16:00:00.000Z',
  zh: '标的额较大',
  en: 'the amount in dispute is large',
  date: '2026-01-14',
};

/** Everything that case-mediation refuses of its own accord. What a state does not allow is refused by the state table. */
export const refuse = defineErrors('case-mediation', EXAMPLES, {
  'case.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的调解案件，或不在您的管辖范围内。',
    en: 'There is no case {id} within what you may see.',
  },
  'case.parties_incomplete': {
    status: 422,
    zh: '至少要有一名申请人和一名被申请人。',
    en: 'A case needs at least one applicant and one respondent.',
  },
  'case.party_repeated': { status: 422, zh: '当事人称谓“{label}”重复。', en: 'The label "{label}" stands for two parties.' },
  'case.legal_routes_missing': {
    status: 422,
    zh: '调解不成的答复须告知当事人可依法通过仲裁、行政、司法途径维护权利，缺少：{missing}。',
    en: 'The answer of a failed mediation has to name the legal routes (仲裁 arbitration, 行政 administrative, 司法 court); missing: {missing}.',
  },
  'mediator.not_found': {
    status: 404,
    zh: '没有代码为 {code} 的调解员，或不在您的管辖范围内。',
    en: 'There is no mediator {code} within what you may see.',
  },
  'mediator.retired': {
    status: 409,
    zh: '调解员 {code} 已卸任，请改用接手人 {successor}。',
    en: 'The mediator {code} is in office no more: {successor} took over.',
  },
  'mediator.successor_wanted': {
    status: 422,
    zh: '接手人须是已登记的另一名调解员。',
    en: 'Who takes over must be another mediator of the register.',
  },
  'mediator.registered_already': {
    status: 409,
    zh: '账号 {id} 已登记为调解员。',
    en: 'The account {id} is registered as a mediator already.',
  },
  'mediator.account_stays': {
    status: 409,
    zh: '调解员的账号登记后不变：其经办的案件以此为准。请以新的代码登记。',
    en: "A mediator's account stays what it was registered with, because cases are in its name: register another code for another account.",
  },
  'mediator.changed_meanwhile': {
    status: 409,
    zh: '调解员 {code} 刚被他人登记，请重新读取后再提交。',
    en: 'Somebody else registered the mediator {code} at the same moment: read it again and retry.',
  },
  'mediator.unknown': { status: 422, zh: '没有编号为 {id} 的调解员。', en: 'There is no mediator {id}.' },
  'mediator.other_area': {
    status: 422,
    zh: '调解员的服务区域是 {mediatorArea}，不含本案所在的 {caseArea}；当事人自行选定的除外。',
    en: 'The mediator serves {mediatorArea}, which does not hold {caseArea}; only the parties may choose one from elsewhere.',
  },
  'mediator.assigned_already': { status: 409, zh: '本案已由该调解员负责。', en: 'The case has this mediator already.' },
  'mediator.recused': {
    status: 409,
    zh: '该调解员须回避本案，不能指派。',
    en: 'This mediator is recused from the case, for good.',
  },
  'mediator.recusal_unreasoned': { status: 422, zh: '更换调解员须说明原因。', en: 'Replacing a mediator needs a reason.' },
  'session.not_mediating': {
    status: 409,
    zh: '案件处于“{state}”，只有调解中的案件可以记录调解会。',
    en: 'The case is {state}: sessions are recorded only while it is mediating.',
  },
  'session.in_future': { status: 422, zh: '调解会的时间不能晚于现在。', en: 'A session is recorded after it was held, not before.' },
  'session.limit_passed': {
    status: 409,
    zh: '调解期限已于 {due} 届满；各方当事人共同要求延期的，请将 extensionAskedByAll 设为 true，否则按调解不成处理。',
    en: 'The limit ended on {due}. When all parties ask to go on, say so with extensionAskedByAll; otherwise the mediation has failed.',
  },
  'agreement.not_written': {
    status: 409,
    zh: '本案没有书面调解协议，不能出具协议书。',
    en: 'The case has no agreement in writing.',
  },
  'agreement.must_be_written': {
    status: 422,
    zh: '必须采用书面协议，因为{zh}。',
    en: 'The agreement must be in writing, because {en}.',
  },
  'agreement.deadline_missing': {
    status: 422,
    zh: '非即时履行的协议须写明履行期限。',
    en: 'An agreement not performed at once needs the day by which it is.',
  },
  'agreement.deadline_invalid': { status: 422, zh: '{date} 不是今天或今后的日期。', en: '{date} is not a date from today on.' },
});
