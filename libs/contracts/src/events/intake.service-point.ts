import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, count, date, id, openWord, time } from '../fields.js';
import { USE_METHODS } from '../vocabulary.js';

const hour = (description: string) => Type.Optional(Type.Integer({ minimum: 0, maximum: 24, description }));

/** How service points 阵地 are used. What is said of them in the register is told to nobody. */
export const SERVICE_POINT_EVENTS = defineEvents(
  'intake.service-point',
  {
    'used.v1': event({ zh: '登记阵地使用人次', en: 'So often a service point was used on a day, or in hours of it' }),
    'recounted.v1': event({ zh: '更正阵地使用人次', en: 'The count of uses was set right: this is what it says now' }),
  },
  common(
    {
      pointUseId: id('The count'),
      servicePointCode: code('The service point'),
      day: date('The day, in the district'),
      fromHour: hour('From this hour on, where only hours of the day were counted'),
      toHour: hour('Up to this hour'),
      uses: count('How often it was used'),
      method: openWord(USE_METHODS, '清点方式 how it was counted'),
      areaCode: area(),
      at: time('When it was said'),
    },
    {
      pointUseId: '0190a5c0-7c1e-7000-8000-000000000099',
      servicePointCode: 'nuanfeng-01',
      day: '2026-11-22',
      uses: 46,
      method: 'tally',
      areaCode: '230903011001',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
