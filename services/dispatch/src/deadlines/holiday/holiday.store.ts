import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { markChanged } from '../../reference/reference.store.js';
import { HolidayEntity } from './holiday.entity.js';

export const HOLIDAYS = defineRegister({
  entity: HolidayEntity,
  key: 'date',
  visible: { by: 'everybody' },
  filters: {},
  unique: 'holiday_date_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: { type: 'dispatch.holiday.registered.v1', data: ({ id, date, kind }) => ({ holidayId: id, date, kind }) },
  stamp: ({ now }) => ({ setAt: now }),
  onChange: markChanged,
});
