import { defineErrors } from '@zero-distance/kernel';

/** The refusals of an answer on the spot to what is somebody else's. */
export const refuseTakenOn = defineErrors(
  'intake',
  {},
  {
    'request.taken_on': {
      status: 409,
      zh: '该诉求的工单已由承办单位签收，应由承办单位答复；诉求人不再需要的，用 withdraw 撤回；确不应办理的，请调度员终止工单（terminate），退回受理后再答复或不予受理。',
      en: 'Somebody has accepted the work order of this request, so its answer is theirs. Withdraw it (withdraw) if the requester wants it no more; else ask a dispatcher to terminate the order: the request is then yours to answer or decline.',
    },
    'request.not_found_by_you': {
      status: 403,
      zh: '网格员只能当场办结自己发现并以“网格员”渠道登记的诉求；其他的请转受理员答复，或用 follow-up 补充情况。',
      en: 'A grid worker answers on the spot what they found themselves and registered by the channel grid-worker. Leave others to an intake clerk, or tell what you know by a follow-up.',
    },
  },
);
