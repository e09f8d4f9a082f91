import { LAMPS } from '@zero-distance/calendar';
import {
  AREA_COMPARISON_TYPE_LABELS,
  AREA_COMPARISON_TYPES,
  CALL_BACK_OUTCOMES,
  CARE_ENDS,
  CARE_RISKS,
  CARE_WAYS,
  CHANNEL_LABELS,
  CHANNELS,
  CORRECTABLE,
  EMERGENCY_NUMBERS,
  ERASING_SERVICES,
  ERASURE_PLACES,
  EVIDENCE,
  FOLLOW_UP_KIND_LABELS,
  FOLLOW_UP_KINDS,
  KEY_PERSON_KINDS,
  REQUEST_KIND_LABELS,
  REQUEST_KINDS,
  RESIDENT_LEAVINGS,
  URGENCIES,
  URGENCY_LABELS,
} from '@zero-distance/contracts';
import { FILE_CODE_TABLES } from '@zero-distance/files';
import { AREA_KINDS, defineCodeTable } from '@zero-distance/kernel';
import { MESSAGE_CODE_TABLES } from '@zero-distance/notification';
import { KEY_PERSON_STATES } from './people/key-person/key-person.transitions.js';
import { CARE_NEEDS } from './people/key-person/visit.js';
import { CONSENT_WAYS } from './people/resident/resident.js';
import { RESIDENT_STATES } from './people/resident/resident.transitions.js';
import { RESIDENT_CODE_TABLES } from './people/resident/resident-codes.js';
import { MEMBERSHIP_SOURCES } from './people/resident-group/resident-group.js';
import { LIKENESSES } from './policy/policy.js';
import { BOUNDARY_TYPES } from './reference/area-boundary/area-boundary.js';
import { GRID_KINDS } from './reference/grid/grid.js';
import { KNOWLEDGE_ENTRY_STATES } from './reference/knowledge-entry/knowledge-entry.transitions.js';
import { WECHAT_GROUP_KINDS } from './reference/wechat-group/wechat-group.js';
import { ERASURE_BASES, ERASURE_OUTCOMES, REMAINING_PLACES } from './requests/erasure/erasure.js';
import { MISSED_CALL_STATES } from './requests/missed-call/missed-call.transitions.js';
import { HONOURS } from './requests/mobile-grid-worker/snapshot-point.js';
import { RECEPTION_DAY_STATES } from './requests/reception-day/reception-day.transitions.js';
import { NEXT_ROLES, NEXT_STEPS } from './requests/request/next-step.js';
import { DECLINE_REASONS } from './requests/request/request.js';
import { REQUEST_STATES } from './requests/request/request.transitions.js';
import { SNAPSHOT_CHANNELS } from './requests/snapshot-report/snapshot-report.js';
import { SNAPSHOT_REPORT_STATES } from './requests/snapshot-report/snapshot-report.transitions.js';
import { TRACKING_STEPS } from './requests/tracking/tracking.js';
import { SERVICES_CODE_TABLES } from './services/services-codes.js';

/** The words of intake's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('request-state', REQUEST_STATES, {
    received: '已受理 / received',
    answered: '当场答复 / answered on the spot',
    declined: '不予受理 / declined',
    dispatched: '已派单 / dispatched',
    mediating: '转调解 / in mediation',
    merged: '已并单 / merged into the main request',
    divided: '已分办 / divided into parts',
    replied: '已答复 / replied',
    reopened: '重新办理 / reopened',
    closed: '已办结 / closed',
    withdrawn: '已撤回 / withdrawn',
    redirected: '已转紧急电话 / redirected to an emergency number',
  }),
  defineCodeTable('tracking-step', TRACKING_STEPS, {
    'being-verified': '待核实 / to be verified',
    'verified-again': '误并入他事，重新核实 / added to another matter by mistake, and to be verified again',
    'being-routed': '已受理，正在分派 / taken in, being given to somebody',
    'being-handled': '正在办理 / being handled',
    'put-off': '暂缓办理 / put off',
    'in-mediation': '正在调解 / in mediation',
    answered: '已答复，将回访 / answered, you will be asked about it',
    finished: '已办结 / finished',
    ended: '已撤回 / withdrawn',
    elsewhere: '已转紧急电话 / passed to an emergency number',
  }),
  defineCodeTable('evidence', EVIDENCE, { photo: '照片 / a photo', document: '文件 / a document' }),
  defineCodeTable('grid-kind', GRID_KINDS, { basic: '基础网格 / basic', special: '专属网格 / special' }),
  defineCodeTable('geometry-type', BOUNDARY_TYPES, { Polygon: '多边形 / polygon', MultiPolygon: '多部分多边形 / several polygons' }),
  defineCodeTable('likeness', LIKENESSES, {
    title: '标题 / title',
    place: '地点 / place',
    category: '类别 / category',
    time: '时间 / time',
    caller: '同一来电人 / the same caller',
  }),
  defineCodeTable('request-kind', REQUEST_KINDS, REQUEST_KIND_LABELS),
  defineCodeTable('channel', CHANNELS, CHANNEL_LABELS),
  defineCodeTable('urgency', URGENCIES, URGENCY_LABELS),
  defineCodeTable('correctable', CORRECTABLE, {
    area: '区划 / area',
    category: '类别 / category',
    urgency: '紧急程度 / urgency',
    title: '标题 / title',
    place: '地点 / place',
    point: '坐标 / point',
  }),
  defineCodeTable('follow-up-kind', FOLLOW_UP_KINDS, FOLLOW_UP_KIND_LABELS),
  defineCodeTable('emergency-number', EMERGENCY_NUMBERS, {
    '110': '公安报警 / police',
    '119': '火警救援 / fire and rescue',
    '120': '医疗急救 / ambulance',
    '122': '交通事故 / road accidents',
    '12119': '森林草原火警 / forest and grassland fire',
  }),
  defineCodeTable('decline-reason', DECLINE_REASONS, {
    'court-matter': '诉讼事项 / a matter of the courts',
    'arbitration-matter': '仲裁事项 / a matter of arbitration',
    'reconsideration-matter': '行政复议事项 / a matter of administrative reconsideration',
    'disclosure-matter': '政府信息公开事项 / a matter of information disclosure',
    'petition-matter': '信访事项 / a matter of petitions',
    'discipline-matter': '纪检监察事项 / a matter of discipline',
    'nothing-new': '正在办理或已办结，无新的内容 / under way or finished, with nothing new',
    'secret-or-privacy': '涉及国家秘密、商业秘密或个人隐私 / secret, or private',
    'outside-government': '不属政府职责 / outside the duties of government',
    'already-concluded': '已依法终结 / lawfully concluded already',
    unlawful: '违法或恶意 / unlawful',
    'outside-district': '不属本区 / outside the district',
    emergency: '紧急警情 / an emergency',
    unclear: '诉求不清 / unclear',
    other: '其他 / other',
  }),
  // The same words with where to go instead: what a clerk tells the caller.
  defineCodeTable('decline-guidance', [...DECLINE_REASONS], {
    'court-matter': '请向受理案件的人民法院咨询 / please ask the court that has the case',
    'arbitration-matter':
      '请向仲裁机构或劳动人事争议仲裁委员会申请 / please turn to the arbitration body, for work that of labour and personnel disputes',
    'reconsideration-matter': '请向行政复议机关申请 / please apply to the authority of administrative reconsideration',
    'disclosure-matter': '请向制作或保存该信息的行政机关申请公开 / please apply to the authority that made or keeps the information',
    'petition-matter': '请向信访部门查询原信访事项的办理情况 / please ask the petitions office how your petition stands',
    'discipline-matter': '请向纪检监察机关反映 / please turn to the discipline inspection',
    'nothing-new':
      '告知原诉求的进展或结果；不满意的，可在期限内要求重新办理 / tell how the request stands or what came of it; it can be reopened in time',
    'secret-or-privacy':
      '说明不能在本热线受理的原因，请向有权处理的机关当面反映 / explain why this line cannot take it: please see the authority in charge in person',
    'outside-government':
      '请通过市场服务、社会组织或与对方协商解决 / please turn to a market service, a social organisation, or the other party',
    'already-concluded': '告知已有的结论和作出结论的机关 / tell the conclusion that stands, and who came to it',
    unlawful: '予以劝诫，告知合法的反映途径 / admonish, and tell the lawful way',
    'outside-district': '请向事发地的政务服务热线反映 / please call the government hotline of the place where it is',
    emergency: '请立即拨打相应的紧急电话 / please call the emergency number at once',
    unclear: '请补充时间、地点和具体事项后再来电 / please call again with when, where and what',
    other: '告知不予受理的原因和可以反映的途径 / tell why, and where to turn',
  }),
  defineCodeTable('erasure-basis', ERASURE_BASES, {
    'lawful-request': '本人依法请求 / asked for by the person, by law',
    'retention-over': '保存期满 / kept for as long as it had to be',
  }),
  defineCodeTable('erasing-service', ERASING_SERVICES, {
    intake: '受理 / intake',
    dispatch: '派单 / dispatch',
    'case-mediation': '调解 / case-mediation',
    evaluation: '评价 / evaluation',
  }),
  defineCodeTable('erasure-outcome', ERASURE_OUTCOMES, {
    erased: '已删除 / erased',
    unfinished: '尚未结束，未删除 / not finished, so not erased',
  }),
  defineCodeTable('erasure-place', [...ERASURE_PLACES, ...REMAINING_PLACES], {
    words: '内容 / its words',
    'search-words': '检索词 / what it is searched by',
    requester: '诉求人 / who asked',
    files: '照片和文件 / photos and documents',
    messages: '短信收件人 / whom messages went to',
    answers: '幂等应答 / answers kept for repeated calls',
    history: '办理记录中的文字 / words in its history',
    'dead-letters': '死信 / messages that could not be handled',
    dossier: '调解卷宗 / the dossier of a mediation',
    outbox: '事件表（密文） / the outbox, sealed',
    stream: '事件流（密文） / the stream, sealed',
    backup: '备份 / back-ups',
  }),
  defineCodeTable('area-kind', AREA_KINDS, {
    district: '区 / district',
    street: '街道 / street',
    town: '镇 / town',
    township: '乡 / township',
    residents_committee: "社区 / residents' committee",
    villagers_committee: "村 / villagers' committee",
    grid: '网格 / grid',
    other: '其他 / other',
  }),
  defineCodeTable('area-comparison-type', AREA_COMPARISON_TYPES, AREA_COMPARISON_TYPE_LABELS),
  ...FILE_CODE_TABLES,
  ...MESSAGE_CODE_TABLES,
  defineCodeTable('knowledge-entry-state', KNOWLEDGE_ENTRY_STATES, {
    draft: '草稿 / draft',
    published: '已发布 / published',
    'review-due': '待复核 / review due',
    retired: '已停用 / retired',
  }),
  defineCodeTable('snapshot-honour', HONOURS, { bronze: '铜星 / bronze star', silver: '银星 / silver star', gold: '金星 / gold star' }),
  defineCodeTable('snapshot-channel', SNAPSHOT_CHANNELS, {
    online: CHANNEL_LABELS.online,
    'wechat-matrix': CHANNEL_LABELS['wechat-matrix'],
    'mobile-grid-worker': CHANNEL_LABELS['mobile-grid-worker'],
  }),
  defineCodeTable('wechat-group-kind', WECHAT_GROUP_KINDS, { group: '微信群 / group', account: '账号 / account' }),
  defineCodeTable('snapshot-report-state', SNAPSHOT_REPORT_STATES, {
    reported: '待核实 / to be verified',
    registered: '属实，已登记 / valid, a request now',
    joined: '重复，已并入 / a repeat, added to a request',
    refused: '不予受理 / not taken',
    erased: '已依法删除 / erased before it was verified',
  }),
  defineCodeTable('next-step', NEXT_STEPS, {
    route: '待派单 / to be given to an organisation',
    accept: '待签收 / to be accepted',
    handle: '办理中 / to be handled and answered',
    recheck: '待发现人复核 / to be looked at again by who found it',
    review: '待审核 / to be reviewed',
    'assign-again': '待重新派单 / to be given to another',
    mediate: '调解中 / mediation',
    'call-back': '待回访 / to be called back',
    'answer-with-main': '随主诉求答复 / waits for its main request',
    'answer-in-parts': '待各分项答复 / waits for its parts',
  }),
  defineCodeTable('next-role', NEXT_ROLES, {
    dispatcher: '派单员 / dispatcher',
    handler: '承办单位 / handler',
    'grid-worker': '网格员 / grid worker',
    reviewer: '审核员 / reviewer',
    mediator: '调解员 / mediator',
    'callback-agent': '回访员 / callback agent',
  }),
  defineCodeTable('lamp', LAMPS, { green: '绿灯 / green', yellow: '黄灯 / yellow', red: '红灯 / red' }),
  defineCodeTable('call-back-outcome', CALL_BACK_OUTCOMES, {
    request: '登记诉求 / a request',
    answered: '当场解答 / answered at once',
    'nothing-wanted': '无诉求 / nothing was wanted',
  }),
  defineCodeTable('missed-call-state', MISSED_CALL_STATES, {
    open: '待回拨 / to be called back',
    'called-back': '已回拨 / called back',
    unreached: '未能接通 / not reached',
  }),
  defineCodeTable('reception-day-state', RECEPTION_DAY_STATES, {
    announced: '已预告 / announced',
    held: '已举行 / held',
    closed: '已办结 / closed',
    'called-off': '已取消 / called off',
  }),
  defineCodeTable('resident-state', RESIDENT_STATES, {
    registered: '在册 / registered',
    left: '已离开 / here no more',
    merged: '已合并 / merged into another file',
    erased: '已清除 / erased',
  }),
  defineCodeTable('resident-leaving', RESIDENT_LEAVINGS, { moved: '迁出 / moved away', died: '去世 / died' }),
  defineCodeTable('consent-way', CONSENT_WAYS, { written: '书面 / in writing', spoken: '口头 / by word', online: '网上 / online' }),
  defineCodeTable('membership-source', MEMBERSHIP_SOURCES, {
    declared: '本人申报 / as they say',
    document: '证件 / by a document',
    visit: '走访 / as seen at a visit',
    department: '部门数据 / by data of a department',
  }),
  ...RESIDENT_CODE_TABLES,
  defineCodeTable('key-person-state', KEY_PERSON_STATES, {
    waiting: '待指派 / waiting for a worker',
    assigned: '已指派待接收 / assigned, not accepted yet',
    'cared-for': '在服务 / looked after',
    transferring: '移交待接收 / to change to another worker',
    referred: '转介待接收 / to change to another organisation',
    left: '已退出 / looked after no more',
  }),
  defineCodeTable('key-person-kind', KEY_PERSON_KINDS, {
    'living-alone': '独居 / living alone',
    'empty-nest': '空巢 / empty nest',
    'left-behind': '留守 / left behind',
    incapacitated: '失能 / incapacitated',
    'severely-disabled': '重残 / severely disabled',
    'bereaved-of-child': '计生特殊 / bereaved of an only child',
  }),
  defineCodeTable('care-risk', CARE_RISKS, { high: '高风险 / high', key: '重点 / key', general: '一般 / general' }),
  defineCodeTable('care-way', CARE_WAYS, {
    home: '入户 / at home',
    message: '电话信息 / telephone or message',
    'third-party': '第三方 / third party',
    'paired-volunteer': '结对志愿者 / paired volunteer',
    neighbour: '亲属邻里 / relatives or neighbours',
    alert: '智能预警 / alert',
    hotline: '热线 / hotline',
  }),
  defineCodeTable('care-need', CARE_NEEDS, { none: '无 / none', request: '已登记诉求 / a request', referral: '需转介 / to be referred' }),
  defineCodeTable('care-end', CARE_ENDS, {
    moved: '迁出 / moved away',
    died: '去世 / died',
    'no-need': '不再需要 / not needed any more',
    merged: '并入同一人的另一条 / merged into another entry of the same person',
    'consent-withdrawn': '撤回同意 / consent withdrawn',
    expired: '档案到期 / the file expired',
  }),
  ...SERVICES_CODE_TABLES,
];
