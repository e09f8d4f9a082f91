import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, count, id, oneOf, time } from '../fields.js';
import { CHANNELS } from '../vocabulary.js';

const REQUEST = { requestId: id('The request') };
const REQUEST_EXAMPLE = { requestId: '0190a5c0-7c1e-7000-8000-000000000001' };

/** What happens to a snapshot report 随手拍, until it is a request or is not. */
export const SNAPSHOT_REPORT_EVENTS = defineEvents(
  'intake.snapshot-report',
  {
    'reported.v1': event(
      { zh: '收到随手拍', en: 'Somebody reported what they saw' },
      { keeperId: Type.Optional(code('Account of who looks after the WeChat group whose link it was reported by; absent for none')) },
      { keeperId: 'demo-clerk' },
    ),
    'registered.v1': event(
      { zh: '随手拍属实，已登记为诉求', en: 'A snapshot report was found valid and is a request now' },
      { ...REQUEST, points: Type.Optional(count('Points that it has earned; absent for what earns none')) },
      { ...REQUEST_EXAMPLE, points: 10 },
    ),
    'joined.v1': event(
      { zh: '随手拍重复，已并入诉求', en: 'A snapshot report repeats a request and was added to it' },
      REQUEST,
      REQUEST_EXAMPLE,
    ),
    'unjoined.v1': event(
      { zh: '随手拍误并入，已撤出，重新核实', en: 'A snapshot report was added to a request by mistake, and waits to be verified again' },
      { requestId: id('The request that it was added to') },
      REQUEST_EXAMPLE,
    ),
    'refused.v1': event(
      { zh: '随手拍不予受理', en: 'A snapshot report was not taken' },
      { reasonCode: code('Why') },
      { reasonCode: 'outside-district' },
    ),
    'points-reversed.v1': event({ zh: '撤回随手拍积分', en: 'The points of a snapshot report were taken back' }),
    'relocated.v1': event({
      zh: '区划撤并，随手拍转入接续区划',
      en: 'The area was retired: a snapshot report is looked after in its successor',
    }),
    'reminded.v1': event({ zh: '随手拍超时未核实', en: 'Nobody has looked at a snapshot report in time' }),
    'erased.v1': event({
      zh: '不予受理的随手拍已期满删除',
      en: 'The words of a snapshot report that was not taken are gone: its time is over',
    }),
  },
  common(
    {
      snapshotReportId: id('The snapshot report'),
      areaCode: area(),
      channel: oneOf(CHANNELS, 'How it came in'),
      at: time('When it happened'),
    },
    {
      snapshotReportId: '0190a5c0-7c1e-7000-8000-000000000099',
      areaCode: '230903011001',
      channel: 'online',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
