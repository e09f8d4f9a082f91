import type { UseMethod } from '@zero-distance/contracts';
import { isShorterThanMonth, type Period } from './period.js';

/** What a figure is called in the documentation of the API. */
interface Text {
  readonly zh: string;
  readonly en: string;
  /**
   * 不显示个位数: of people in need, of whom a few are told of to nobody, whoever sees the matters. Which counter says of how many people the figure
   * of a period is: one who is visited every day is one person, and not thirty.
   */
  readonly peopleCounter?: (period: Period) => string;
}

/** A number of things that happened: one counter. */
export interface CountDefinition extends Text {
  readonly kind: 'count';
  readonly counter: string;
}

/** A share: of the things that one counter counts, those that another counts too, so that it never exceeds 1. */
export interface RateDefinition extends Text {
  readonly kind: 'rate';
  readonly part: string;
  readonly whole: string;
}

/** Hours within which the share `p` (0–1) of the requests was first answered, within 5 % (response-time.ts). */
export interface HoursDefinition extends Text {
  readonly kind: 'hours';
  readonly p: number;
}

export type FigureDefinition = CountDefinition | RateDefinition | HoursDefinition;

const count = (counter: string, zh: string, en: string): CountDefinition => ({ kind: 'count', counter, zh, en });
const rate = (part: string, whole: string, zh: string, en: string): RateDefinition => ({ kind: 'rate', part, whole, zh, en });
const hours = (p: number, zh: string, en: string): HoursDefinition => ({ kind: 'hours', p, zh, en });

/** 走访完成率, of one risk. */
const careVisits = (risk: string, zh: string, en: string): RateDefinition => ({
  ...rate(
    `care-done-${risk}`,
    `care-due-${risk}`,
    `重点服务对象走访完成率（${zh}）：期内到期的走访中按期完成的`,
    `visits to key persons at ${en} risk due in the period, of which made in time`,
  ),
  peopleCounter: (period) =>
    `${isShorterThanMonth(period) ? 'care-due' : `care-people-${period.text.length > 4 ? 'month' : 'year'}`}-${risk}`,
});

/** 阵地使用人次, by one method of counting: an estimate stands for no count. */
const pointUses = (method: UseMethod, zh: string, en: string): CountDefinition =>
  count(`point-uses-${method}`, `阵地使用人次（其中${zh}）`, `uses of service points, of which ${en}`);

/**
 * THE figures of an area in a period. What is counted, withheld, answered and documented follows from here; what a counter counts is said in
 * SQL (`contribution`, figure.definition.ts). A rate asks of things that lie in the period how they are now.
 */
export const FIGURES = {
  received: count('received', '受理', 'requests taken in'),
  answeredOnTheSpot: count('answered', '当场答复', 'answered on the spot'),
  declined: count('declined', '不予受理', 'declined'),
  redirected: count('redirected', '转紧急电话', 'redirected to an emergency number'),
  withdrawn: count('withdrawn', '撤回', 'withdrawn'),
  closed: count('closed', '办结：重办后再办结只计一次', 'closed: once, however often reopened'),
  closingRate: rate(
    'due-closed',
    'due',
    '办结率：期内到期的工单（剔除的除外）中已办结的',
    'work orders due in the period but those excluded, of which closed',
  ),
  onTimeRate: rate(
    'orders-on-time',
    'orders-answered',
    '按时率：期内首次答复的工单（剔除的除外）中每轮均按时的',
    'orders answered but those excluded, of which in time in every round',
  ),
  responseRate: rate('contacted', 'callbacks', '响应率：有效回访中联系到的', 'effective callbacks, of which reached'),
  solvedRate: rate(
    'solved',
    'to-be-solved',
    '解决率：有效回访（剔除的除外）中已解决的',
    'effective callbacks but those excluded, of which solved',
  ),
  satisfactionRate: rate(
    'satisfied',
    'callbacks',
    '满意率：有效回访中基本满意及以上的',
    'effective callbacks, of which at least basically satisfied',
  ),
  servicesRated: count(
    'services-rated',
    '服务评价数：点单的服务和办件中已评价的',
    'services that were ordered, and service cases, that were rated',
  ),
  serviceGoodRate: rate(
    'services-good',
    'services-rated',
    '服务好评率：点单的服务和办件已评价的中基本满意及以上的（后两级为差评）',
    'services that were ordered, and service cases, that were rated, of which at least basically satisfied (the last two levels are poor ratings)',
  ),
  medianResponseHours: hours(0.5, '首次答复时长中位数（小时），误差 5% 以内', 'median hours to the first answer, within 5 %'),
  p90ResponseHours: hours(0.9, '九成诉求首次答复时长（小时），误差 5% 以内', 'nine in ten were answered within'),
  mediationRate: rate('cases-agreed', 'cases-accepted', '调解成功率：期内受理的案件中达成协议的', 'cases accepted, of which agreed'),
  visitPassRate: rate('visits-passed', 'visits', '排查合格率', 'visits at which nothing failed'),
  hazardSettledRate: rate('hazards-settled', 'hazards-found', '隐患整改率：期内发现的隐患中已整改的', 'hazards found, of which settled'),
  connectionRate: rate(
    'calls-answered',
    'calls',
    '接通率：热线来电中已接听的（GB/T 33358-2016 要求任意 24 小时不低于 95%）',
    'calls to the hotline, of which answered (GB/T 33358-2016 asks for 95 % in any 24 hours)',
  ),
  answerInTimeRate: rate(
    'calls-in-time',
    'calls-answered',
    '15 秒接听率：已接听的热线来电中在规定秒数内接听的（策略 answer-seconds，GB/T 33358-2016）',
    'calls answered, of which within the seconds of the policy answer-seconds (GB/T 33358-2016)',
  ),
  careVisitRateHigh: careVisits('high', '高风险', 'high'),
  careVisitRateKey: careVisits('key', '重点', 'key'),
  careVisitRateGeneral: careVisits('general', '一般', 'general'),
  knockCoverage: rate(
    'doors-met',
    'doors',
    '敲门覆盖率：期内开始的敲门行动名单上的住户中已见面的',
    'households on the lists of door-knocking rounds opened in the period, of which somebody was met',
  ),
  receptionDays: count('reception-days', '居民接待日：已举行的，计入举行当日', 'reception days that were held, on their day'),
  receptionVisitors: count('reception-visitors', '居民接待日到场人数', 'people who came to reception days'),
  receptionAnsweredRate: rate(
    'reception-answered',
    'reception-matters',
    '来访诉求办理率：居民接待日渠道受理的诉求中已有结果的',
    'matters of visitors of reception days, of which with a result',
  ),
  serviceCases: count('service-cases-delivered', '办件：期内送达结果的', 'service cases whose result was delivered'),
  oneStopRate: rate(
    'one-stop-alone',
    'one-stop-delivered',
    '一人通办率：期内送达的一人通办事项办件中由一名具备资格的人员全程办理的',
    'service cases delivered of items that one clerk completes, of which one qualified clerk took every step',
  ),
  oneVisitRate: rate(
    'service-cases-one-visit',
    'service-cases-delivered',
    '一次办成率：期内送达的办件中申请人只来一次的',
    'service cases delivered, of which the applicant came once',
  ),
  caseInTimeRate: rate(
    'service-cases-in-time',
    'service-cases-delivered',
    '办件按时率：期内送达的办件中在事项时限内办结的',
    'service cases delivered, of which decided within the limit of their item',
  ),
  askedLaterRate: rate(
    'service-cases-asked-later',
    'service-cases',
    '事后追加材料率：期内收件的办件中一次告知之后又追加材料的',
    'service cases opened, of which something was asked for after all that is missing was told',
  ),
  homeVisits: {
    ...count('home-visits', '上门服务：已见到居民的', 'visits at home to who cannot come, that met them'),
    peopleCounter: () => 'home-visits', // Whom a visit met, is not known here.
  },
  activitiesHeld: count('activities-held', '活动：已举行的，计入开始当日', 'activities that were held, on their day'),
  activityAttendances: count(
    'activity-attendances',
    '活动到场人次：同一人每场计一次',
    'attendances of activities: somebody who comes to two counts at each',
  ),
  hires: count(
    'hires',
    '活动促成的录用：一人一场只计一次，计入录用当日',
    'hires that came of activities: once a person and activity, on their day',
  ),
  pointUses: count('point-uses', '阵地使用人次：计入使用当日', 'uses of service points, on their day'),
  pointUsesDoorCounter: pointUses('door-counter', '由门口计数器清点', 'counted by a counter at the door'),
  pointUsesTally: pointUses('tally', '由管理员登记', 'tallied by the keeper'),
  pointUsesScan: pointUses('scan', '按扫码统计', 'counted by scanned codes'),
  pointUsesCamera: pointUses('camera', '由摄像头统计', 'counted by a camera'),
  pointUsesEstimate: pointUses('estimate', '为估算', 'estimated'),
  hiresKeptRate: rate(
    'hires-kept',
    'hires-asked',
    '录用稳定率：已回访的录用中仍在岗的',
    'hires that were asked about later, of which still employed',
  ),
} as const;

/** A figure that the public is told, with an example for its documentation. */
type Published<D extends FigureDefinition> = D & { readonly example: number };
const publish = <D extends FigureDefinition>(figure: D, zh: string, en: string, example: number): Published<D> =>
  Object.assign({ example }, figure, { zh, en });

const CALLBACKS = count('callbacks', '有效回访数', 'effective callbacks');

/** Those that the public is told: of requests that may be published, each published or withheld by itself. */
export const PUBLIC_FIGURES = {
  received: publish(FIGURES.received, '受理的可公开诉求', 'publishable requests received', 128),
  closed: publish(FIGURES.closed, '办结的可公开诉求', 'of them closed', 120),
  callbacks: publish(CALLBACKS, CALLBACKS.zh, CALLBACKS.en, 96),
  responseRate: publish(FIGURES.responseRate, '响应率', 'response rate', 0.95),
  solvedRate: publish(FIGURES.solvedRate, '解决率', 'solved', 0.92),
  satisfactionRate: publish(FIGURES.satisfactionRate, '满意率', 'satisfied', 0.97),
  closingRate: publish(FIGURES.closingRate, '办结率', 'closed of what was due', 0.99),
  onTimeRate: publish(FIGURES.onTimeRate, '按时率', 'in time', 0.98),
  medianResponseHours: publish(FIGURES.medianResponseHours, '首次答复时长中位数（小时）', 'median hours to the first answer', 20.5),
  p90ResponseHours: publish(FIGURES.p90ResponseHours, '九成首次答复时长（小时）', 'nine in ten within', 71.2),
} as const;

/** The names of figures, in their order. */
export const namesOf = <T extends object>(figures: T): (keyof T)[] => Object.keys(figures) as (keyof T)[];

/** The counters that figures are made of, but for the bins of the times to answer. */
export const countersOf = (figures: Readonly<Record<string, FigureDefinition>>): string[] => [
  ...new Set(
    Object.values(figures).flatMap((figure) => {
      if (figure.kind === 'count') return [figure.counter];
      return figure.kind === 'rate' ? [figure.part, figure.whole] : [];
    }),
  ),
];
