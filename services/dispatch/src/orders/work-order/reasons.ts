/**
 * 退单理由: not our duty 非本单位职责, wrong area 非本辖区, duplicate 重复, insufficient information 信息不足, no capacity 已约满: of a service that was
 * ordered, which who provides it may have no hands for.
 */
export const RETURN_REASONS = ['not-our-duty', 'wrong-area', 'duplicate', 'insufficient-information', 'no-capacity'] as const;
/** 反馈退回理由: incomplete 不完整, not solved 未实际解决, contradicts facts 与事实不符, unclear 表述不清. */
export const REJECT_REASONS = ['incomplete', 'not-solved', 'contradicts-facts', 'unclear'] as const;
/** 终止理由: duplicate 重复, out of scope 不属受理范围, unreasonable 诉求不合理, cannot be verified 无法核实, not cooperating 诉求人不配合. */
export const TERMINATE_REASONS = ['duplicate', 'out-of-scope', 'unreasonable', 'cannot-be-verified', 'not-cooperating'] as const;
