/** What was done for a resident: 办件, 上门服务, 服务订单, 活动报名. */
export const RESIDENT_SERVICES = ['service-case', 'home-visit', 'service-order', 'activity-booking'] as const;
export type ResidentService = (typeof RESIDENT_SERVICES)[number];

/** Of each kind the newest so many: what was before stands in its list. */
export const MOST_OF_EACH = 50;
