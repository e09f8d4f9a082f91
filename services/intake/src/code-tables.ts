import {
  AREA_COMPARISON_TYPE_LABELS,
  AREA_COMPARISON_TYPES,
  CHANNEL_LABELS,
  CHANNELS,
  CORRECTABLE,
  EMERGENCY_NUMBERS,
  ERASING_SERVICES,
  ERASURE_PLACES,
  FOLLOW_UP_KIND_LABELS,
  FOLLOW_UP_KINDS,
  REQUEST_KIND_LABELS,
  REQUEST_KINDS,
  URGENCIES,
  URGENCY_LABELS,
} from '@zero-distance/contracts';
import { FILE_CODE_TABLES } from '@zero-distance/files';
import { AREA_KINDS, defineCodeTable } from '@zero-distance/kernel';
import { MESSAGE_CODE_TABLES } from '@zero-distance/notification';
import { LIKENESSES } from './policy/policy.js';
import { ERASURE_BASES, ERASURE_OUTCOMES, REMAINING_PLACES } from './requests/erasure/erasure.js';
import { DECLINE_REASONS } from './requests/request/request.js';
import { REQUEST_STATES } from './requests/request/request.transitions.js';
import { SERVICE_GROUPS } from './services/service-item/service-item.js';

/** The words of intake's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('request-state', REQUEST_STATES, {
    received: '已受理 / received',
    answered: '当场答复 / answered on the spot',
    declined: '不予受理 / declined',
    dispatched: '已派单 / dispatched',
    mediating: '转调解 / in mediation',
    replied: '已答复 / replied',
    reopened: '重新办理 / reopened',
    closed: '已办结 / closed',
    withdrawn: '已撤回 / withdrawn',
    redirected: '已转紧急电话 / redirected to an emergency number',
  }),
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
    'petition-matter': '信访事项 / a matter of petitions',
    'discipline-matter': '纪检监察事项 / a matter of discipline',
    'outside-district': '不属本区 / outside the district',
    emergency: '紧急警情 / an emergency',
    unclear: '诉求不清 / unclear',
    other: '其他 / other',
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
  defineCodeTable('service-group', SERVICE_GROUPS, {
    'high-frequency': '高频事项 / frequent matters',
    elderly: '老年服务 / for the elderly',
    disabled: '残障服务 / for the disabled',
    'five-deliveries': '五送 / five deliveries',
  }),
  ...FILE_CODE_TABLES,
  ...MESSAGE_CODE_TABLES,
];
