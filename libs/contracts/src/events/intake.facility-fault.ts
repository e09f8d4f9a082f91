import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, id, openWord, publicText, time } from '../fields.js';
import { FACILITIES } from '../vocabulary.js';

/** What happens to a facility fault 设施故障 of a service point. */
export const FACILITY_FAULT_EVENTS = defineEvents(
  'intake.facility-fault',
  {
    'reported.v1': event({ zh: '上报设施故障', en: 'Somebody reported that a facility of a service point is broken' }),
    'confirmed.v1': event(
      { zh: '故障属实，交运营单位维修', en: 'Somebody of the staff found it so: it needs a work order' },
      {
        organisationId: id('Who runs the service point, and mends what is broken there'),
        categoryCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Category that the order is filed under' }),
        name: publicText('What the service point is called', 100),
        place: publicText('Where it is', 200),
        note: Type.Optional(publicText('What is wrong, in words free of personal data', 200)),
        finderId: code('Account of who found it so'),
      },
      {
        organisationId: '0190a5c0-7c1e-7000-8000-000000000003',
        categoryCode: '010203',
        name: '学府街暖蜂驿站',
        place: '学府街12号',
        note: '微波炉不加热。',
        finderId: 'demo-window',
      },
    ),
    'dismissed.v1': event({ zh: '故障不属实', en: 'Somebody of the staff looked, and it is not broken' }),
    'reminded.v1': event({ zh: '故障超时未核实', en: 'Nobody has looked at a fault in time' }),
    'repaired.v1': event({ zh: '故障已修复', en: 'It is repaired' }),
    'given-back.v1': event({ zh: '维修未成，重新核实', en: 'The work order ended without a repair: somebody has to look again' }),
  },
  common(
    {
      facilityFaultId: id('The facility fault'),
      servicePointCode: code('The service point'),
      facility: openWord(FACILITIES, '设施 what is broken'),
      areaCode: area(),
      at: time('When it happened'),
    },
    {
      facilityFaultId: '0190a5c0-7c1e-7000-8000-000000000099',
      servicePointCode: 'nuanfeng-01',
      facility: 'microwave',
      areaCode: '230903011001',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
