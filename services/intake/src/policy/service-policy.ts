import { countUpTo } from '@zero-distance/kernel';

/** What services that are ordered work by. */
export interface ServicePolicies {
  'order-ahead-days': number;
}

export const SERVICE_POLICIES = {
  // No rule says how far ahead a service is ordered: as long as anybody plans a visit.
  'order-ahead-days': countUpTo(
    365,
    60,
    '点单最多可提前多少天约定服务时间；默认值为本系统自定',
    'days ahead for which a service may be ordered; the preset is our own',
  ),
} as const;
