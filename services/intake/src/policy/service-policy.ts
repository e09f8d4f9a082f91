import { countUpTo } from '@zero-distance/kernel';
import { ACTIVITY_POLICIES, type ActivityPolicies } from './activity-policy.js';
import { CASE_POLICIES, type CasePolicies } from './case-policy.js';

/** What services that are ordered, service cases and activities work by. */
export interface ServicePolicies extends ActivityPolicies, CasePolicies {
  'order-ahead-days': number;
}

export const SERVICE_POLICIES = {
  ...ACTIVITY_POLICIES,
  ...CASE_POLICIES,
  // No rule says how far ahead a service is ordered: as long as anybody plans a visit.
  'order-ahead-days': countUpTo(
    365,
    60,
    '点单最多可提前多少天约定服务时间；默认值为本系统自定',
    'days ahead for which a service may be ordered; the preset is our own',
  ),
} as const;
