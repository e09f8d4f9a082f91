import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { service: 'dispatch', seconds: 20 };

/** The gateway's answers in place of a service. Defined here, because the document of every service has to list them. */
export const refuseAtGateway = defineErrors('gateway', EXAMPLES, {
  service_unavailable: {
    status: 503,
    zh: '“{service}”服务暂时不可用，请稍后重试。',
    en: 'The service "{service}" is not available for the moment: try again soon.',
  },
  answer_lost: {
    status: 503,
    zh: '与“{service}”服务的连接中断，操作可能已执行。请用同一 Idempotency-Key 重试。',
    en: 'The connection to the service "{service}" broke; the operation may have been carried out. Try again with the same Idempotency-Key.',
  },
  service_timeout: {
    status: 504,
    zh: '“{service}”服务未在 {seconds} 秒内答复，操作可能仍在执行。请用同一 Idempotency-Key 重试。',
    en: 'The service "{service}" did not answer within {seconds} s; the operation may still be under way. Try again with the same Idempotency-Key.',
  },
});
