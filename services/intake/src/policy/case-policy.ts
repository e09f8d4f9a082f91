import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** What service cases and home visits work by. */
export interface CasePolicies {
  'case-wait-days': number;
  'case-lapse-notice-days': number;
  'case-remind-days': number;
  'case-years': number;
  'case-rate-days': number;
  'poor-rating-days': number;
  'case-take-back-days': number;
  'home-visit-hours': number;
}

/** The limit of a case is that of its item. But for poor ratings no rule was found: the presets are our own. */
export const CASE_POLICIES: { readonly [N in keyof CasePolicies]: PolicyDefinition<CasePolicies[N]> } = {
  'case-wait-days': countUpTo(
    365,
    30,
    '办件收件后或最近一次补充后多少日材料仍未补齐，视为撤回；默认值为本系统自定',
    'days without anything done after which a service case that something is missing of counts as withdrawn; the preset is our own',
  ),
  'case-lapse-notice-days': countUpTo(
    60,
    5,
    '办件因材料未补齐视为撤回前多少日提醒办理人员联系申请人；默认值为本系统自定',
    'days before a service case lapses on which whoever handles it is told, to call who applied; the preset is our own',
  ),
  'case-remind-days': countUpTo(
    60,
    3,
    '办件材料已齐未提交、超时未办结、结果未送达、差评未核实，每隔多少日再提醒；默认值为本系统自定',
    'days after which it is told again that a service case waits to be handed in, is overdue, its result not delivered, or its poor rating not verified; the preset is our own',
  ),
  'case-years': countUpTo(
    100,
    10,
    '办件结束多少年后清除申请人信息；默认值为本系统自定，请按当地档案规定设定',
    'years after its end after which who applied is erased from a service case; the preset is our own: set what your rules say',
  ),
  'case-rate-days': countUpTo(
    365,
    30,
    '办件送达后多少日内登记评价；默认值为本系统自定',
    'days from its delivery within which a service case is rated; the preset is our own',
  ),
  // 好差评: local rules set 5 or 15 working days (field brief, service side), as `service-rework-limit` of dispatch has it for services that were ordered.
  'poor-rating-days': countUpTo(
    60,
    5,
    '办件差评核实期限（工作日）；好差评地方规定为5或15个工作日',
    'working days within which a poor rating of a service case is verified; local rules say 5 or 15',
  ),
  'case-take-back-days': countUpTo(
    60,
    7,
    '送达、不予办理、评价或上门结果登记有误的，登记后多少日内可以撤回；默认值为本系统自定',
    'days within which a delivery, a refusal, a rating or what came of a home visit is taken back that was registered by mistake; the preset is our own',
  ),
  'home-visit-hours': countUpTo(
    24,
    4,
    '一次上门服务约定的最长时段（小时）；默认值为本系统自定',
    'hours that a visit at home is agreed for at most; the preset is our own',
  ),
};
