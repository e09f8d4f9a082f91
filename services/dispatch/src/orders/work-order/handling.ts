import { err, type Result } from '@zero-distance/kernel';
import type { DecisionContext } from '../../reference/reference.js';
import { refuseHandling } from './handling.errors.js';

/** What a rule is asked with: the order, the moment, and besides others how often the same was said before. */
type Asked = readonly [unknown, DecisionContext, unknown, { readonly saidBefore: number }];

/** A rule for what is said of an order again and again, and stands in every answer about it: so often, and no oftener (policy `reports-per-order`). */
export const onceMore =
  <A extends Asked, T>(rule: (...asked: A) => Result<T>) =>
  (...asked: A): Result<T> => {
    const [, { policies }, , { saidBefore }] = asked;
    const most = policies['reports-per-order'];
    return saidBefore >= most ? err(refuseHandling('work_order.reported_too_often', { most })) : rule(...asked);
  };
