import { countUpTo, definePolicies } from '@zero-distance/kernel';

/** The values that the gateway works by. */
export const POLICIES = definePolicies('gateway', {
  'event-days': countUpTo(30, 14, '事件可查询、可重放的天数', 'days for which events can be pulled and told again'),
});
