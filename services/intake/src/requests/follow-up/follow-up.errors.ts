import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { limit: 200, number: '230903011001-261123-000417', mainRequestId: '0190a5c0-7c1e-7000-8000-000000000005' };

/** The refusals of what callers say later. */
export const refuseFollowUp = defineErrors('intake', EXAMPLES, {
  'request.follow_up_without_words': {
    status: 422,
    zh: '补充和投诉办理须填写内容（text）；只是催促的，请用 kind=urge。',
    en: 'A supplement and a complaint need their words (`text`); who only urges is `kind: urge`.',
  },
  'request.followed_up_too_often': {
    status: 409,
    zh: '该诉求本轮已追加 {limit} 次，不能再追加；请当面或电话另行答复诉求人。',
    en: 'This request has been followed up {limit} times in this round: answer the caller in another way.',
  },
  'request.finished_ask_again': {
    status: 409,
    zh: '该诉求已办结或已撤回，不能追加；诉求人仍要求办理的，在期限内用 POST /requests/{id}/reopen 重新办理。',
    en: 'This request is finished and takes no follow-up: if its requester wants more of it, reopen it in time with POST /requests/{id}/reopen.',
  },
  'request.merged_ask_main': {
    status: 409,
    zh: '该诉求已并入主诉求 {number}，随其办理：请追加到主诉求（POST /requests/{mainRequestId}/follow-up）；要求单独办理的，先拆单（split-off）。',
    en: 'This request was merged into {number}, whose order does the work: say it there, POST /requests/{mainRequestId}/follow-up. To have it handled by itself, split it off first.',
  },
});
