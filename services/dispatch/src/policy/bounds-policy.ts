import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** How far ahead something is planned, how long it lasts, and how long it is kept. */
export interface BoundsPolicies {
  /** 吹哨: days ahead that a street may summon somebody for. */
  readonly 'whistle-ahead-days': number;
  /** 约定已过: minutes after the agreed time of a service until its provider is reminded. */
  readonly 'appointment-grace-minutes': number;
  /** 报到: minutes before they meet from which on somebody may arrive; and how often a whistle may be moved. */
  readonly 'arrival-early-minutes': number;
  readonly 'whistle-moves': number;
  /** 阶段反馈: days ahead that the next report may be promised for. */
  readonly 'report-ahead-days': number;
  /** 阶段反馈、联系记录: how many of each there may be of one order. */
  readonly 'reports-per-order': number;
  /** 值班: the longest shift, how far ahead it may begin, and how long who was on duty is kept. */
  readonly 'duty-shift-hours': number;
  readonly 'duty-ahead-days': number;
  readonly 'duty-record-days': number;
}

// No rule sets any of them: a year mistyped is refused, and nobody's name is kept for longer than somebody asks who was on duty.
export const BOUNDS_POLICIES: { readonly [N in keyof BoundsPolicies]: PolicyDefinition<number> } = {
  'whistle-ahead-days': countUpTo(
    365,
    30,
    '吹哨的约定时间最多提前多少日；默认值为本系统自定',
    'days ahead that a street summons somebody for at most; the preset is our own',
  ),
  'appointment-grace-minutes': countUpTo(
    10080,
    120,
    '约定的服务时段结束后多少分钟仍未反馈，即提醒服务单位；默认值为本系统自定',
    'minutes after the agreed time of a service until its provider is reminded that it has not answered; the preset is our own',
  ),
  'arrival-early-minutes': countUpTo(
    1440,
    60,
    '吹哨约定时间前多少分钟起可以报到；默认值为本系统自定',
    'minutes before they meet from which on somebody may arrive who was summoned by a street; the preset is our own',
  ),
  'whistle-moves': countUpTo(
    20,
    3,
    '一次吹哨最多改期改地点几次；默认值为本系统自定',
    'how often a whistle may be moved to another time or place; the preset is our own',
  ),
  'report-ahead-days': countUpTo(
    365,
    90,
    '阶段反馈时，下次反馈日期最迟在多少日内；默认值为本系统自定',
    'days within which the next report is promised, when one is made; the preset is our own',
  ),
  'reports-per-order': countUpTo(
    1000,
    200,
    '一件工单的阶段反馈、联系记录各最多几次；默认值为本系统自定',
    'how many reports of progress, and of contacts, there may be of one order; the preset is our own',
  ),
  'duty-shift-hours': countUpTo(
    744,
    168,
    '一个值班班次最长多少小时；默认值为本系统自定',
    'hours that a shift of a duty roster lasts at most; the preset is our own',
  ),
  'duty-ahead-days': countUpTo(
    400,
    100,
    '值班班次最多提前多少日登记；默认值为本系统自定',
    'days ahead that a shift of a duty roster begins at most; the preset is our own',
  ),
  'duty-record-days': countUpTo(
    1100,
    180,
    '值班班次结束后，值班人员姓名和职务保留的天数；默认值为本系统自定',
    'days for which name and post of who was on duty are kept; the preset is our own',
  ),
};
