import { type MessagePolicies, type MessageTexts, messagePolicies, messageTexts } from '@zero-distance/calendar';
import { ACCESS_POLICIES, type AccessPolicies, countUpTo, definePolicies, type PolicyFault } from '@zero-distance/kernel';
import { CARE_POLICIES, type CarePolicies } from './care-policy.js';
import { POINT_POLICIES, type PointPolicies } from './point-policy.js';
import { RESIDENT_POLICIES, type ResidentPolicies } from './resident-policy.js';
import { ROUND_POLICIES, type RoundPolicies } from './round-policy.js';
import { SERVICE_POLICIES, type ServicePolicies } from './service-policy.js';

/** A stretch of the map in degrees of WGS84. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What speaks for two requests being of one matter. */
export const LIKENESSES = ['title', 'place', 'category', 'time', 'caller'] as const;
export type LikenessKind = (typeof LIKENESSES)[number];
/** How much each counts. */
export type LikenessWeights = Readonly<Record<LikenessKind, number>>;

/** 荣誉: the points from which on each is held. */
export interface HonourLevels {
  readonly bronze: number;
  readonly silver: number;
  readonly gold: number;
}

/** The values this service works by. */
interface Policies extends AccessPolicies, CarePolicies, MessagePolicies, PointPolicies, ResidentPolicies, RoundPolicies, ServicePolicies {
  'message-texts': MessageTexts;
  'district-box': Box;
  'duplicate-days': number;
  'duplicate-threshold': number;
  'duplicate-weights': LikenessWeights;
  'nearby-metres': number;
  'public-cell-metres': number;
  'reopen-window': number;
  'request-years': number;
  'backup-days': number;
  'merge-window': number;
  'tracking-tries': number;
  'most-parts': number;
  'snapshot-hours': number;
  'snapshot-reminder-hours': number;
  'snapshot-refused-days': number;
  'snapshot-points': number;
  'snapshot-points-cap': number;
  'snapshot-honours': HonourLevels;
  'knowledge-draft-days': number;
  'knowledge-review-days': number;
  'knowledge-grace-days': number;
  'missed-call-limit': number;
  'missed-call-attempts': number;
  'missed-call-interval': number;
  'missed-call-days': number;
  'missed-call-late-days': number;
  'reception-ahead-days': number;
  'reception-hold-days': number;
  'reception-close-days': number;
}

/** 分项: no request is divided into more, whatever the policy says. */
export const MOST_PARTS = 20;

export const POLICIES = definePolicies<Policies>('intake', {
  'district-box': {
    zh: '本区及其周边的经纬度范围（WGS84）；诉求的坐标须在其中。默认值为桃山区政府驻地（东经131.02°、北纬45.77°）周边约35公里，不是勘界数据，使用前请按本区设定',
    en: 'the district and what is near it, in degrees of WGS84: the point of a request must lie in it. The default is some 35 km around the seat of Taoshan District (131.02° E, 45.77° N), and no surveyed boundary: set that of your district',
    preset: { west: 130.55, south: 45.45, east: 131.5, north: 46.1 },
    fault: boxFault,
  },
  'reopen-window': countUpTo(
    365,
    30,
    '诉求办结、当场答复或不予受理后多少日内，诉求人可要求重新办理；默认值为本系统自定',
    'days after its end within which the requester may have a request handled again; the preset is our own',
  ),
  // The rules ask for reviews and leave their rhythm open (北京市接诉即办工作条例 第31条): these are our own.
  'knowledge-draft-days': countUpTo(
    1000,
    90,
    '知识条目草稿多少日未发布即停用；默认值为本系统自定',
    'days after which a draft that nobody published is retired; the preset is our own',
  ),
  'knowledge-review-days': countUpTo(
    1000,
    180,
    '知识条目发布或复核后多少日须再复核；默认值为本系统自定',
    'days after which a knowledge entry has to be looked at again; the preset is our own',
  ),
  'knowledge-grace-days': countUpTo(
    1000,
    60,
    '知识条目到期后多少日仍无人复核即停用；默认值为本系统自定',
    'days after which an entry is retired whose review is due and that nobody looked at; the preset is our own',
  ),
  'snapshot-hours': countUpTo(
    168,
    2,
    '随手拍、网上上报多少小时内核实受理（默认值参照北京：网络渠道2小时内受理）',
    'hours within which what is reported online is looked at (the preset is that of Beijing: online accepted within 2 h)',
  ),
  'snapshot-reminder-hours': countUpTo(
    168,
    24,
    '随手拍超时未核实，每隔多少小时再提醒；默认值为本系统自定',
    'hours after which it is told again that nobody has looked at a report; the preset is our own',
  ),
  'snapshot-refused-days': countUpTo(
    365,
    30,
    '不予受理的随手拍，其文字、照片和上报人信息保留的天数；默认值为本系统自定',
    'days for which words, photos and reporter of a report that was not taken are kept; the preset is our own',
  ),
  'snapshot-points': countUpTo(
    1000,
    10,
    '一件属实的随手拍所得积分；默认值为本系统自定',
    'points of a valid report of a mobile grid worker; the preset is our own',
  ),
  'snapshot-points-cap': countUpTo(
    100_000,
    200,
    '移动网格员每月积分上限；默认值为本系统自定',
    'points that a mobile grid worker earns in a month at most; the preset is our own',
  ),
  'snapshot-honours': {
    zh: '荣誉：累计积分达到多少得铜星、银星、金星；默认值为本系统自定',
    en: 'honours: the points in all from which on a bronze, silver or gold star is held; the preset is our own',
    preset: { bronze: 100, silver: 500, gold: 1000 },
    fault: honoursFault,
  },
  'duplicate-days': countUpTo(
    365,
    30,
    '疑似重复：相隔不超过的天数（默认值为本系统自定）',
    'duplicates: requests no further apart than so many days are compared (the preset is our own)',
  ),
  'duplicate-threshold': countUpTo(
    100,
    65,
    '疑似重复：得分（0–100）不低于此值的才列出（默认值为本系统自定，请按本区受理习惯调整）',
    'duplicates: the score, of 100, from which a request is shown (the preset is our own: set what suits your desk)',
  ),
  'duplicate-weights': {
    zh: '疑似重复：标题、地点、类别、时间的权重；同一来电人的权重另加（默认值为本系统自定）',
    en: 'duplicates: how much title, place, category and time count; what the same caller counts is added (the preset is our own)',
    preset: { title: 40, place: 25, category: 25, time: 10, caller: 15 },
    fault: weightsFault,
  },
  'nearby-metres': countUpTo(
    5_000,
    200,
    '疑似重复：两点相距超过此距离的两倍即不算相近（默认值为本系统自定）',
    'duplicates: two points more than twice this far apart are not near each other (the preset is our own)',
  ),
  'public-cell-metres': countUpTo(
    5_000,
    500,
    '附近在办事项：位置对公众只精确到边长为此米数的方格，居民看到所在方格及其周围八格的（默认值为本系统自定）',
    'matters nearby: a place is known to the public down to a cell of so many metres; a visitor sees those of their own cell and of the eight around it (the preset is our own)',
    100,
  ),
  'request-years': countUpTo(
    100,
    10,
    '诉求结束后，其文字、诉求人信息和照片保留的年数，期满自动删除；默认值为本系统自定，请按当地档案规定设定',
    'years after its end for which the words, the requester and the files of a request are kept, and then erased; the preset is our own: set what your rules say',
  ),
  'backup-days': countUpTo(
    3650,
    30,
    '备份保留天数，写入删除证明；须与备份脚本一致（默认值同运维手册中的示例）',
    'days for which back-ups are kept, as the proof of an erasure says; has to be what your back-ups do (the preset is that of the operators’ guide)',
  ),
  'tracking-tries': countUpTo(
    1_000,
    5,
    '查询进展：同一网络地址对同一编号一日内最多可输错电话后四位的次数，超过则当日不再受理其查询；默认值为本系统自定',
    'tracking: how often in a day one address may give the wrong digits for one number; then it does not track that until the day is over. The preset is our own',
  ),
  'merge-window': countUpTo(
    365,
    7,
    '主诉求办结后仍可并入的天数：期内并入的直接得到其答复；默认值为本系统自定',
    'days after its end for which requests may still be merged into a main request, and have its answer at once; the preset is our own',
  ),
  'most-parts': countUpTo(
    MOST_PARTS,
    10,
    '一件诉求最多可分为多少个分项；默认值为本系统自定',
    'parts that a request may be divided into at most; the preset is our own',
  ),
  // 国办函〔2025〕66号 asks that missed calls are called back, and sets no limit: these are our own.
  'missed-call-limit': countUpTo(
    168,
    24,
    '未接来电须在多少小时内回拨（国办函〔2025〕66号要求回拨，未定时限；默认值为本系统自定）',
    'hours within which a missed call is to be called back (国办函〔2025〕66号 asks for it and sets no limit; the preset is our own)',
  ),
  'missed-call-attempts': countUpTo(
    10,
    3,
    '未接来电回拨几次未通即结束；默认值为本系统自定',
    'times a missed call is called back in vain before it ends; the preset is our own',
  ),
  'missed-call-interval': countUpTo(
    1440,
    60,
    '未接来电两次回拨未通之间的最短间隔（分钟）；默认值为本系统自定',
    'minutes between two attempts in vain to call back; the preset is our own',
  ),
  'missed-call-days': countUpTo(
    60,
    7,
    '未接来电逾期多少日仍无人回拨即结束，号码随之删除；默认值为本系统自定',
    'days past its due time after which a missed call that nobody called back ends, and its number is erased; the preset is our own',
  ),
  'missed-call-late-days': countUpTo(
    365,
    30,
    '未接来电最迟在来电后多少日内登记；默认值为本系统自定',
    'days after a missed call within which it may still be recorded; the preset is our own',
  ),
  // No rule for reception days was found: these are our own.
  'reception-ahead-days': countUpTo(
    730,
    366,
    '居民接待日最多可提前多少日预告；默认值为本系统自定',
    'days ahead for which a reception day may be announced; the preset is our own',
  ),
  'reception-hold-days': countUpTo(
    60,
    7,
    '居民接待日结束后多少日内未登记举行情况即视为取消；默认值为本系统自定',
    'days after the end of a reception day within which somebody says that it was held, or it counts as called off; the preset is our own',
  ),
  'reception-close-days': countUpTo(
    365,
    90,
    '居民接待日举行后多少日仍未办结即自动结束；默认值为本系统自定',
    'days after a reception day was held after which it ends, whatever became of its matters; the preset is our own',
  ),
  ...CARE_POLICIES,
  ...POINT_POLICIES,
  ...RESIDENT_POLICIES,
  ...ROUND_POLICIES,
  ...SERVICE_POLICIES,
  ...messagePolicies(10),
  ...messageTexts(),
  ...ACCESS_POLICIES,
});

const EDGES = ['west', 'south', 'east', 'north'] as const;
const LIMITS = { west: 180, east: 180, south: 90, north: 90 };

function boxFault(value: unknown): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object' };
  const box = value as Record<string, unknown>;
  const stranger = Object.keys(box).find((edge) => !EDGES.some((known) => known === edge));
  if (stranger !== undefined) return { zh: `不含“${stranger}”`, en: `it has no "${stranger}"`, at: `/${stranger}` };
  const bad = EDGES.find((edge) => typeof box[edge] !== 'number' || Math.abs(box[edge] as number) > LIMITS[edge]);
  if (bad) return { zh: `${bad} 须为经纬度数值`, en: `${bad} must be a number of degrees`, at: `/${bad}` };
  const { west, south, east, north } = value as Box;
  return west < east && south < north ? undefined : { zh: '须西小于东、南小于北', en: 'it must be west < east and south < north' };
}

function weightsFault(value: unknown): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object' };
  const weights = value as Record<string, unknown>;
  const stranger = Object.keys(weights).find((kind) => !LIKENESSES.some((known) => known === kind));
  if (stranger !== undefined) return { zh: `不含“${stranger}”`, en: `it has no "${stranger}"`, at: `/${stranger}` };
  const fits = (weight: unknown) => Number.isInteger(weight) && (weight as number) >= 0 && (weight as number) <= 100;
  const bad = LIKENESSES.find((kind) => !fits(weights[kind]));
  if (bad) return { zh: `${bad} 须为 0–100 的整数`, en: `${bad} must be a whole number from 0 to 100`, at: `/${bad}` };
  const total = LIKENESSES.reduce((sum, kind) => sum + (kind === 'caller' ? 0 : (weights[kind] as number)), 0);
  return total > 0 ? undefined : { zh: '标题、地点、类别、时间不能都为 0', en: 'title, place, category and time cannot all be 0' };
}

const STARS = ['bronze', 'silver', 'gold'] as const;

function honoursFault(value: unknown): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object' };
  const levels = value as Record<string, unknown>;
  const stranger = Object.keys(levels).find((star) => !STARS.some((known) => known === star));
  if (stranger !== undefined) return { zh: `不含“${stranger}”`, en: `it has no "${stranger}"`, at: `/${stranger}` };
  const bad = STARS.find((star) => !Number.isInteger(levels[star]) || (levels[star] as number) < 1);
  if (bad) return { zh: `${bad} 须为正整数`, en: `${bad} must be a whole number above 0`, at: `/${bad}` };
  const { bronze, silver, gold } = value as HonourLevels;
  return bronze < silver && silver < gold ? undefined : { zh: '须逐级递增', en: 'each must be above the one before' };
}
