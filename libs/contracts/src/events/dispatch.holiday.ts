import { defineEvents, event } from '../define-event.js';
import { date, id, oneOf } from '../fields.js';
import { HOLIDAY_KINDS } from '../vocabulary.js';

/** What happens to a day off or make-up workday 节假日调整. */
export const HOLIDAY_EVENTS = defineEvents('dispatch.holiday', {
  /** 节假日调整登记. A day off or a make-up workday of the district was registered or changed: services that count working days use it. */
  'registered.v1': event(
    { zh: '节假日调整登记', en: 'A day off or a make-up workday was registered or changed' },
    {
      holidayId: id('The entry of the holiday table; one a day'),
      date: date('The day, in Shanghai'),
      kind: oneOf(HOLIDAY_KINDS, 'What the day is: holiday 放假, workday 调休上班'),
    },
    { holidayId: '0190a5c0-7c1e-7000-8000-000000000006', date: '2027-01-01', kind: 'holiday' },
  ),
});
