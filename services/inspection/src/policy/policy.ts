import { ACCESS_POLICIES, countUpTo, definePolicies } from '@zero-distance/kernel';

/** The values this service works by. */
export const POLICIES = definePolicies('inspection', {
  'transfer-limit': countUpTo(
    30,
    3,
    '移交时限，自复查不合格或工单终止起的日历天数', // no rule sets it; three days pass a weekend
    'calendar days from a failed recheck, or the end of its work order without result, in which a hazard is to be transferred',
  ),
  ...ACCESS_POLICIES,
});
