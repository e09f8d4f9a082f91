import type { AreaComparisonType, Channel, Facility, FilePurpose, FollowUpKind, RequestKind, Satisfaction, Urgency } from './vocabulary.js';

// The names of the words that more than one service shows: `中文 / English`.

export const REQUEST_KIND_LABELS = {
  inquiry: '咨询 / inquiry',
  help: '求助 / help',
  complaint: '投诉 / complaint',
  report: '举报 / report',
  suggestion: '建议 / suggestion',
  'service-order': '点单 / service order',
  snapshot: '随手拍 / snapshot report',
  dispute: '纠纷 / dispute',
} as const satisfies Readonly<Record<RequestKind, string>>;

export const CHANNEL_LABELS = {
  'party-led-hotline': '党建引领接诉即办服务热线 / party-led hotline',
  'hotline-12345': '12345热线 / 12345 hotline',
  'grid-worker': '网格员 / grid worker',
  'mobile-grid-worker': '移动网格员随手拍 / snapshot of a mobile grid worker',
  'wechat-matrix': '微信矩阵 / WeChat matrix',
  'service-window': '综合服务窗口 / service window',
  'door-knock': '敲门行动 / door-knocking',
  'reception-day': '居民接待日 / reception day',
  online: '网上 / online',
  'department-api': '部门系统 / department system',
  open311: 'Open311 / Open311',
  internal: '主动发现 / found by ourselves',
} as const satisfies Readonly<Record<Channel, string>>;

export const FOLLOW_UP_KIND_LABELS = {
  urge: '催办 / urged',
  supplement: '补充 / added to',
  complaint: '投诉办理 / complaint about the handling',
} as const satisfies Readonly<Record<FollowUpKind, string>>;

export const URGENCY_LABELS = {
  'life-safety': '危及生命安全 / life safety',
  utilities: '水电气热 / utilities',
  normal: '一般 / normal',
  complex: '复杂 / complex',
} as const satisfies Readonly<Record<Urgency, string>>;

export const SATISFACTION_LABELS = {
  'very-satisfied': '非常满意 / very satisfied',
  satisfied: '满意 / satisfied',
  'basically-satisfied': '基本满意 / basically satisfied',
  dissatisfied: '不满意 / dissatisfied',
  'very-dissatisfied': '非常不满意 / very dissatisfied',
} as const satisfies Readonly<Record<Satisfaction, string>>;

export const AREA_COMPARISON_TYPE_LABELS = {
  'old-estate': '老旧小区 / old estate',
  'new-estate': '新建社区 / new estate',
  'rural-village': '农村村落 / rural village',
} as const satisfies Readonly<Record<AreaComparisonType, string>>;

export const FILE_PURPOSE_LABELS = {
  before: '整改前 / before',
  after: '整改后 / after',
  request: '诉求材料 / sent with the request',
  result: '办理结果 / result',
  agreement: '调解协议 / agreement',
  minutes: '调解笔录 / minutes',
} as const satisfies Readonly<Record<FilePurpose, string>>;

/** What facilities are called. */
export const FACILITY_LABELS = {
  water: '饮水 / water',
  rest: '休息座椅 / seats',
  heating: '取暖 / heating',
  microwave: '微波炉 / microwave',
  fridge: '冰箱 / fridge',
  charging: '充电 / charging',
  'first-aid': '急救箱 / first aid',
  'blood-pressure': '血压计 / blood pressure meter',
  toilet: '卫生间 / toilet',
  umbrella: '雨伞 / umbrellas',
  wifi: '无线网络 / Wi-Fi',
  books: '图书 / books',
} as const satisfies Record<Facility, string>;
