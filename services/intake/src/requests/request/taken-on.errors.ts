import { defineErrors } from '@zero-distance/kernel';

/** The refusal of a clerk's own answer to what somebody else works on. */
export const refuseTakenOn = defineErrors(
  'intake',
  {},
  {
    'request.taken_on': {
      status: 409,
      zh: '该诉求的工单已由承办单位签收，应由承办单位答复；诉求人不再需要的，用 withdraw 撤回；确不应办理的，请调度员终止工单（terminate），退回受理后再答复或不予受理。',
      en: 'Somebody has accepted the work order of this request, so its answer is theirs. Withdraw it (withdraw) if the requester wants it no more; else ask a dispatcher to terminate the order: the request is then yours to answer or decline.',
    },
  },
);
