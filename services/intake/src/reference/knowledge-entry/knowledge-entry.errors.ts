import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = {
  id: '0190a5c0-7c1e-7000-8000-000000000099',
  code: 'property-office',
  successor: 'housing-bureau',
  latest: '2027-05-22',
  areaCode: '230903011',
  categoryCode: '010203',
};

/** The refusals about knowledge entries. */
export const refuseKnowledge = defineErrors('intake', EXAMPLES, {
  'knowledge_entry.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的知识条目，或尚未发布。',
    en: 'There is no knowledge entry {id}, or it is not published.',
  },
  'knowledge_entry.not_owner': {
    status: 403,
    zh: '只能维护本单位、本区域的知识条目。',
    en: 'Only entries of your own organisation and within your area are yours to change.',
  },
  'knowledge_entry.owner_wanted': {
    status: 422,
    zh: '请填写归属单位代码：您的账号不代表任何单位。',
    en: 'Name the organisation that vouches for it: your account acts for none.',
  },
  'knowledge_entry.owner_retired': {
    status: 422,
    zh: '“{code}”已停用，其职责由“{successor}”承接，请填写后者。',
    en: '"{code}" is no more; "{successor}" does its work: name that.',
  },
  'knowledge_entry.review_too_late': {
    status: 422,
    zh: '复核日不得晚于 {latest}（参数 knowledge-review-days）。',
    en: 'It has to be looked at again by {latest} at the latest (policy knowledge-review-days).',
  },
  'knowledge_entry.holds_elsewhere': {
    status: 422,
    zh: '该知识条目适用于区域 {areaCode}，诉求不在其内；请另选条目，或不填条目直接答复。',
    en: 'That entry holds in area {areaCode}, where the request does not lie: choose another, or answer without naming one.',
  },
  'knowledge_entry.of_another_category': {
    status: 422,
    zh: '该知识条目属类别 {categoryCode}，与诉求类别不同；请先更正诉求类别，或不填条目直接答复。',
    en: 'That entry is of category {categoryCode}, the request of another: correct the request first, or answer without naming an entry.',
  },
  'knowledge_entry.kept_from_public': {
    status: 409,
    zh: '该诉求的答复不公开（保密或不宜公开），不能入库。',
    en: 'The answer of this request is kept from the public: nothing is made of it.',
  },
  'knowledge_entry.past_day': {
    status: 422,
    zh: '该日期已过，请填写今后的日期。',
    en: 'That day is over: name one that is to come.',
  },
  'knowledge_entry.not_public': {
    status: 409,
    zh: '该知识条目未发布或已停用，不能据以答复。',
    en: 'That knowledge entry is not published, or is retired: nobody is to be answered by it.',
  },
  'knowledge_entry.no_answer_yet': {
    status: 409,
    zh: '该诉求还没有可公开的答复。',
    en: 'The request has no answer yet that anybody may read.',
  },
});
