import { choice, line, putting, time, yesNo } from '../action/action';
import type { DispatchSchemas } from '../api/services';
import { choicesOf } from '../desk/registers';
import { register, typed } from './register';

/** 值班表: who is reached for an organisation when something cannot wait. */
export const DUTY_SHIFTS = register<DispatchSchemas['DutyShiftDto']>({
  name: 'duty-shifts',
  zh: '值班表',
  en: 'Duty roster',
  service: 'dispatch',
  path: '/api/dispatch/v1/duty-shifts',
  readers: ['dispatcher', 'leader', 'administrator'],
  views: [
    { zh: '此刻在班', en: 'On duty now', query: () => ({ at: new Date().toISOString() }) },
    { zh: '接下来', en: 'Coming', query: () => ({ from: new Date().toISOString() }) },
    { zh: '全部', en: 'All', query: () => ({}) },
  ],
  codes: 'duty',
  put: putting('/api/dispatch/v1/duty-shifts/{code}', '登记值班班次', 'Register a shift', [
    choice('organisation', '单位', 'Organisation', ({ organisations }) => choicesOf(organisations)),
    line('name', '值班人员', 'Who is on duty', { required: true, max: 50 }),
    line('post', '职务', 'Post', { max: 50 }),
    line('phone', '值班电话', 'Telephone', {
      required: true,
      hint: ['加密存储；每次修改都要填写', 'It is sealed: it has to be typed again for each change'],
    }),
    time('startsAt', '开始时间', 'From'),
    time('endsAt', '结束时间', 'Until'),
    yesNo('cancelled', '已取消', 'Cancelled', { required: false }),
  ]),
  reveals: '/api/dispatch/v1/duty-shifts/{code}/reveal',
  show: ({ code, version, organisation, name, post, phone, startsAt, endsAt, cancelled }, registers) => ({
    code,
    version,
    title: `${registers.organisationOf(organisation)} · ${name ?? '—'}`,
    facts: [
      ['职务', 'Post', post],
      ['值班电话', 'Telephone', phone],
      ['开始时间', 'From', { at: startsAt, begins: true }],
      ['结束时间', 'Until', { at: endsAt }],
      ['状态', 'State', cancelled ? registers.both('已取消', 'cancelled') : null],
    ],
    known: { organisation, name, post, startsAt: typed(startsAt), endsAt: typed(endsAt), cancelled },
    isMasked: phone !== null,
  }),
});
