import { type DomainError, defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { current: 4, expected: 3, key: '8e03978e-40d5-43e8-bc93-6894a57f9324' };

/** The refusals that any transaction can end with. */
export const refuseTransaction = defineErrors('platform', EXAMPLES, {
  stale_version: {
    status: 412,
    zh: '该记录已被修改：当前版本为 {current}，请求基于版本 {expected}。请重新读取后再提交。',
    en: 'The record has changed: it is at version {current}, the call was made for version {expected}. Read it again and retry.',
  },
  too_much_contention: {
    status: 409,
    zh: '该记录正被频繁修改，请稍后重试。',
    en: 'The record is being changed by others at this moment; try again shortly.',
  },
  answer_erased: {
    status: 410,
    zh: 'Idempotency-Key “{key}” 的请求已办理，其结果已依法删除。',
    en: 'What Idempotency-Key "{key}" asked for was done; its answer was erased by law.',
  },
  idempotency_key_reused: {
    status: 422,
    zh: 'Idempotency-Key “{key}” 已用于另一请求；请换用新的键。',
    en: 'Idempotency-Key "{key}" was used for another request; take a new key.',
  },
});

/** Throws 412 when the caller sent an If-Match that is not the row's version. */
export function expectVersion(current: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== current) throw refuseTransaction('stale_version', { current, expected });
}

export const tooMuchContention = (): DomainError => refuseTransaction('too_much_contention');
export const idempotencyKeyReused = (key: string): DomainError => refuseTransaction('idempotency_key_reused', { key });
export const answerErased = (key: string): DomainError => refuseTransaction('answer_erased', { key });
