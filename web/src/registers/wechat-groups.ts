import { choice, date, line, number, putting } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { AREA } from '../matter/request-actions';
import { register, typed } from './register';

/** 微信矩阵: where residents are heard, who keeps it, and the link to post in it. */
export const WECHAT_GROUPS = register<IntakeSchemas['WechatGroupDto']>({
  name: 'wechat-groups',
  zh: '微信矩阵',
  en: 'WeChat groups',
  service: 'intake',
  path: '/api/intake/v1/wechat-groups',
  readers: ['intake-clerk', 'administrator'],
  codes: 'wechat',
  put: putting('/api/intake/v1/wechat-groups/{code}', '登记微信群或账号', 'Register a group or account', [
    choice('kind', '微信群或账号', 'Group or account', (registers) => registers.words('wechat-group-kind'), { initial: 'group' }),
    line('name', '名称', 'Name', { required: true }),
    { ...AREA, zh: '面向的区划', en: 'Whose residents it is for' },
    choice('keeperAccountId', '管理员', 'Its keeper', ({ colleagues }) => colleagues, {
      hint: ['是受理员或网格员的，有人经此上报时收到通知', 'Told of what is reported by it, if they are a clerk or a grid worker'],
    }),
    number('responseMinutes', '响应时限（分钟）', 'Minutes to answer in', { min: 1, max: 10_080 }),
    date('retiredOn', '停用日期', 'First day on which it is used no more', { required: false }),
  ]),
  show: ({ code, version, kind, name, areaCode, keeperAccountId, responseMinutes, retiredOn, reportLink }, registers) => ({
    code,
    version,
    title: name,
    facts: [
      ['微信群或账号', 'Group or account', registers.word('wechat-group-kind', kind)],
      ['区划', 'Area', registers.area(areaCode)],
      ['管理员', 'Its keeper', registers.colleague(keeperAccountId)],
      ['响应时限（分钟）', 'Minutes to answer in', responseMinutes],
      ['停用日期', 'Used no more from', retiredOn && { at: retiredOn }],
    ],
    known: { kind, name, areaCode, keeperAccountId, responseMinutes, retiredOn },
    isMasked: false,
    link: reportLink,
    isOver: retiredOn !== null && retiredOn <= typed(new Date().toISOString()).slice(0, 10),
  }),
});
