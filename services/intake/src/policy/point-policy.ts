import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** What service points work by. */
export interface PointPolicies {
  'bay-count-minutes': number;
  'fault-check-hours': number;
  'use-correction-days': number;
}

/** No rule for them was found: these are our own. */
export const POINT_POLICIES: { readonly [N in keyof PointPolicies]: PolicyDefinition<PointPolicies[N]> } = {
  'bay-count-minutes': countUpTo(
    1440,
    60,
    '阵地空余车位清点后多少分钟内有效，过后对公众不再显示；默认值为本系统自定',
    'minutes for which a count of free bays is shown to the public; the preset is our own',
  ),
  'fault-check-hours': countUpTo(
    168,
    24,
    '群众上报的设施故障多少小时内核实，逾期每隔同样时长再提醒；默认值为本系统自定',
    'hours within which somebody of the staff looks at a fault that was reported, and after which it is told again that nobody has; the preset is our own',
  ),
  'use-correction-days': countUpTo(
    366,
    31,
    '阵地使用人次登记后多少日内可以更正一次；默认值为本系统自定',
    'days after its record within which a count of uses of a service point may be set right, once; the preset is our own',
  ),
};
