// Codes that appear in events, so that both sides spell them once.

/** 诉求类型: inquiry 咨询, help 求助, complaint 投诉, report 举报, suggestion 建议, service-order 点单, snapshot 随手拍, dispute 纠纷. */
export const REQUEST_KINDS = ['inquiry', 'help', 'complaint', 'report', 'suggestion', 'service-order', 'snapshot', 'dispute'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** 受理渠道. */
export const CHANNELS = [
  'party-led-hotline', // 党建引领接诉即办服务热线
  'hotline-12345',
  'grid-worker', // 网格员
  'mobile-grid-worker', // 移动网格员 随手拍/随手报
  'wechat-matrix', // 微信矩阵
  'service-window', // 综合服务窗口
  'door-knock', // 敲门行动
  'reception-day', // 居民接待日
  'online',
  'department-api',
  'open311',
  'internal', // the other services: a hazard, a deliberation resolution
] as const;
export type Channel = (typeof CHANNELS)[number];

/** 紧急程度: life-safety 危及生命安全, utilities 水电气热, normal 一般, complex 复杂. */
export const URGENCIES = ['life-safety', 'utilities', 'normal', 'complex'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What of a request can be corrected 更正: area 区划, category 类别, urgency 紧急程度, title 标题, place 地点, point 坐标. */
export const CORRECTABLE = ['area', 'category', 'urgency', 'title', 'place', 'point'] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/**
 * 追加: what a caller says of a request that was taken in before: urge 催办, supplement 补充, complaint 投诉办理, which is about how it is handled.
 */
export const FOLLOW_UP_KINDS = ['urge', 'supplement', 'complaint'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** 回拨结果, of a missed call: request 登记诉求, answered 当场解答, nothing-wanted 无诉求. */
export const CALL_BACK_OUTCOMES = ['request', 'answered', 'nothing-wanted'] as const;
export type CallBackOutcome = (typeof CALL_BACK_OUTCOMES)[number];

/** 离开: moved 迁出, died 去世. */
export const RESIDENT_LEAVINGS = ['moved', 'died'] as const;
export type ResidentLeaving = (typeof RESIDENT_LEAVINGS)[number];

/** 重点服务对象, of a register of care: living-alone 独居, empty-nest 空巢, left-behind 留守, incapacitated 失能, severely-disabled 重残, bereaved-of-child 计生特殊. */
export const KEY_PERSON_KINDS = [
  'living-alone',
  'empty-nest',
  'left-behind',
  'incapacitated',
  'severely-disabled',
  'bereaved-of-child',
] as const;
export type KeyPersonKind = (typeof KEY_PERSON_KINDS)[number];

/** 风险等级: high 高风险, key 重点, general 一般. */
export const CARE_RISKS = ['high', 'key', 'general'] as const;
export type CareRisk = (typeof CARE_RISKS)[number];

/** 走访方式: home 入户, message 电话信息, third-party 第三方, paired-volunteer 结对志愿者, neighbour 亲属邻里, alert 智能预警, hotline 热线. */
export const CARE_WAYS = ['home', 'message', 'third-party', 'paired-volunteer', 'neighbour', 'alert', 'hotline'] as const;
export type CareWay = (typeof CARE_WAYS)[number];

/**
 * 敲门结果: met 见到, not-home 不在家, refused 拒访, moved 已搬走, empty 空户, wrong-address 地址不符, will-call 另约.
 */
export const KNOCK_OUTCOMES = ['met', 'not-home', 'refused', 'moved', 'empty', 'wrong-address', 'will-call'] as const;
export type KnockOutcome = (typeof KNOCK_OUTCOMES)[number];

/** 敲门发现的需求: what it becomes. register-correction 登记信息更正, topic 议题. */
export const KNOCK_NEEDS = ['request', 'service-order', 'key-person', 'register-correction', 'topic'] as const;
export type KnockNeedKind = (typeof KNOCK_NEEDS)[number];

/** 退出服务: moved 迁出, died 去世, no-need 不再需要, merged 并入同一人的另一条, consent-withdrawn 撤回同意, expired 档案到期. */
export const CARE_ENDS = ['moved', 'died', 'no-need', 'merged', 'consent-withdrawn', 'expired'] as const;
export type CareEnd = (typeof CARE_ENDS)[number];

/** 紧急电话: 110 公安, 119 火警救援, 120 急救, 122 交通事故, 12119 森林草原火警. */
export const EMERGENCY_NUMBERS = ['110', '119', '120', '122', '12119'] as const;
export type EmergencyNumber = (typeof EMERGENCY_NUMBERS)[number];

/** 重办原因: callback 回访不满意, requester 诉求人要求. */
export const REOPEN_CAUSES = ['callback', 'requester'] as const;

/** Where an answer came from: an order's reviewer, a mediation, a clerk of intake who answered or declined at once, or the parts of a divided request. */
export const ANSWERING_SERVICES = ['dispatch', 'case-mediation', 'intake', 'parts'] as const;
export type AnsweringService = (typeof ANSWERING_SERVICES)[number];

/** 五级满意度: very-satisfied 非常满意, satisfied 满意, basically-satisfied 基本满意, dissatisfied 不满意, very-dissatisfied 非常不满意. */
export const SATISFACTION_LEVELS = ['very-satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied', 'very-dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTION_LEVELS)[number];

/** 差评: the last two of the five levels. What is rated so comes back to who did it. */
export const POOR_RATINGS: readonly Satisfaction[] = ['dissatisfied', 'very-dissatisfied'];

/** 办件方式: window 窗口, home 上门, online 网上, assisted 帮办代办. */
export const SERVICE_CASE_MODES = ['window', 'home', 'online', 'assisted'] as const;
export type ServiceCaseMode = (typeof SERVICE_CASE_MODES)[number];

/** 办件不予办理: not-eligible 不符合条件, materials-lacking 材料无法补齐, elsewhere 不属本处办理. */
export const SERVICE_CASE_REFUSALS = ['not-eligible', 'materials-lacking', 'elsewhere'] as const;
export type ServiceCaseRefusal = (typeof SERVICE_CASE_REFUSALS)[number];

/** 不能到窗口的原因: elderly 年老体弱, disabled 残疾, ill 患病, caring 家有需照护的人. */
export const HOME_VISIT_CAUSES = ['elderly', 'disabled', 'ill', 'caring'] as const;
export type HomeVisitCause = (typeof HOME_VISIT_CAUSES)[number];

/** 差评核实结果: put-right 已整改, explained 已解释, unfounded 不属实. */
export const RATING_FINDINGS = ['put-right', 'explained', 'unfounded'] as const;
export type RatingFinding = (typeof RATING_FINDINGS)[number];

/** The outcome of a callback: closed 办结, rework 返工重办. */
export const CALLBACK_OUTCOMES = ['closed', 'rework'] as const;
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number];

/** The purpose of a work order: a request, the rectification of a hazard, or the repair of what is broken at a service point. */
export const WORK_ORDER_TYPES = ['request', 'hazard-rectification', 'facility-fault'] as const;
export type WorkOrderType = (typeof WORK_ORDER_TYPES)[number];

/** 承办单位类别: who can be given work, or acts for others. */
export const ORGANISATION_KINDS = [
  'department', // 部门
  'street', // 街道办事处
  'town', // 乡镇政府
  'community', // 社区居委会
  'village', // 村委会
  'centre', // 中心: a district's or street's service or dispatch centre
  'utility', // 公用事业单位
  'property-company', // 物业服务企业
  'owners-committee', // 业主委员会
  'social-organisation', // 社会组织
  'volunteer-team', // 志愿服务队
  'union', // 工会
  'provider', // 服务机构
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Those that answer for a territory, and so see what lies in it; the others see what they take part in. */
export const TERRITORIAL_KINDS = ['street', 'town', 'community', 'village', 'centre'] as const satisfies readonly OrganisationKind[];

/** 15 types of dispute. */
export const CASE_TYPES = [
  'marriage-family', // 婚姻家庭
  'neighbours', // 邻里
  'housing', // 房屋宅基地
  'contract', // 合同
  'business', // 生产经营
  'damages', // 损害赔偿
  'land', // 山林土地
  'expropriation', // 征地拆迁
  'pollution', // 环境污染
  'labour', // 劳动争议
  'consumer', // 消费
  'medical', // 医疗
  'traffic', // 道路交通
  'property-management', // 物业
  'other',
] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/** 节假日调整: holiday 放假, workday 调休上班. */
export const HOLIDAY_KINDS = ['holiday', 'workday'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** 隐患严重程度. */
export const HAZARD_SEVERITIES = ['minor', 'serious', 'suspected-major'] as const;
export type HazardSeverity = (typeof HAZARD_SEVERITIES)[number];

/** Areas are compared only within their type: 老旧小区 old estate, 新建社区 new estate, 农村村落 rural village. */
export const AREA_COMPARISON_TYPES = ['old-estate', 'new-estate', 'rural-village'] as const;
export type AreaComparisonType = (typeof AREA_COMPARISON_TYPES)[number];

/**
 * 文件用途: what a file is to what it belongs to. A place before and after something was put right are a pair. Minutes 调解笔录 and agreement 调解协议书
 * are those of a mediation, as they were signed.
 */
/** 结案材料: what a reply has to show, by the kind of its files: a picture, or a document. */
export const EVIDENCE = ['photo', 'document'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const FILE_PURPOSES = ['before', 'after', 'request', 'result', 'agreement', 'minutes'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/**
 * 督办事由: refused-to-take 推诿不接, overdue 逾期, solvable-not-solved 能解决未解决, bad-effect 影响恶劣, repeated 反复集中, knowledge-not-updated 知识库未更新.
 * As the rules of hotlines have them (济南市12345市民服务热线条例 第28条).
 */
export const SUPERVISION_CAUSES = [
  'refused-to-take',
  'overdue',
  'solvable-not-solved',
  'bad-effect',
  'repeated',
  'knowledge-not-updated',
] as const;
export type SupervisionCause = (typeof SUPERVISION_CAUSES)[number];

/** 督办由谁开具: leader 领导, centre 派单中心, red-lamp 红牌后系统自动. */
export const SUPERVISION_OPENERS = ['leader', 'centre', 'red-lamp'] as const;
export type SupervisionOpener = (typeof SUPERVISION_OPENERS)[number];

/** 提级: government-office 政府办, leaders-meeting 专题会. An order begins at its unit. */
export const ESCALATIONS = ['government-office', 'leaders-meeting'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** 联系方式: phone 电话, message 短信或微信, visit 上门, meeting 当面. */
export const CONTACT_WAYS = ['phone', 'message', 'visit', 'meeting'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** 办理结果: solved 已解决, explained 已解释说明, unsolvable 暂不能解决. */
export const REPLY_RESULTS = ['solved', 'explained', 'unsolvable'] as const;
export type ReplyResult = (typeof REPLY_RESULTS)[number];

/** 吹哨结果: solved 已解决, agreed 已议定措施, unsolved 未能解决. */
export const WHISTLE_RESULTS = ['solved', 'agreed', 'unsolved'] as const;
export type WhistleResult = (typeof WHISTLE_RESULTS)[number];

/** 协办结束原因: why a part was over before it was reported: order-ended 工单结束, given-to-another 改派, reworked 返工, recused 回避, taken-off 不再协办. */
export const PART_ENDINGS = ['order-ended', 'given-to-another', 'reworked', 'recused', 'taken-off'] as const;
export type PartEnding = (typeof PART_ENDINGS)[number];

/** 申请事由: return 退单, extension 延期, parking 挂账, termination 终止, reassignment 改派, exclusion 剔除. */
export const APPLICATION_KINDS = ['return', 'extension', 'parking', 'termination', 'reassignment', 'exclusion'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** 阵地: community-window 社区综合服务窗口, village-station 村级便民服务站, warm-bee-station 暖蜂驿站. */
export const SERVICE_POINT_KINDS = ['community-window', 'village-station', 'warm-bee-station'] as const;
export type ServicePointKind = (typeof SERVICE_POINT_KINDS)[number];

/** 设施 of service points. */
export const FACILITIES = [
  'water', // 饮水
  'rest', // 休息座椅
  'heating', // 取暖
  'microwave', // 微波炉
  'fridge', // 冰箱
  'charging', // 充电
  'first-aid', // 急救箱
  'blood-pressure', // 血压计
  'toilet', // 卫生间
  'umbrella', // 雨伞
  'wifi', // 无线网络
  'books', // 图书
] as const;
export type Facility = (typeof FACILITIES)[number];

/** 清点方式, how uses of a service point were counted: door-counter 门口计数器, tally 管理员登记, scan 扫码, camera 摄像头统计, estimate 估算. */
export const USE_METHODS = ['door-counter', 'tally', 'scan', 'camera', 'estimate'] as const;
export type UseMethod = (typeof USE_METHODS)[number];

/** 活动类型: five-delivery 五送, job-fair 招聘会, health-check 健康体检, culture 文化活动. */
export const ACTIVITY_KINDS = ['five-delivery', 'job-fair', 'health-check', 'culture'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** 五送: policy 送政策, skills 送技能, health 送健康, warmth 送温暖, convenience 送便利. */
export const DELIVERIES = ['policy', 'skills', 'health', 'warmth', 'convenience'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** 活动成效: hired 录用, interview 达成面试, trained 参加培训, checked 完成体检, need-found 发现需求. */
export const ACTIVITY_OUTCOMES = ['hired', 'interview', 'trained', 'checked', 'need-found'] as const;
export type ActivityOutcomeKind = (typeof ACTIVITY_OUTCOMES)[number];

/** 报名状态: how a booking began, and how it stands. */
export const BOOKING_STATES = [
  'waiting',
  'offered',
  'booked',
  'confirmed',
  'attended',
  'absent',
  'unconfirmed',
  'left-out',
  'lapsed',
  'cancelled',
  'called-off',
] as const;
