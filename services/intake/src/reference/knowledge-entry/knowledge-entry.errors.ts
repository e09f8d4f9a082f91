import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099' };

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
