import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { markChanged } from '../../reference/reference.store.js';
import { HolidayEntity } from './holiday.entity.js';

const BY_DATE = [{ column: 'date', property: 'date', kind: 'date' }] as const;

export const HOLIDAYS = defineRegister({
  entity: HolidayEntity,
  key: 'date',
  visible: { by: 'everybody' },
  filters: {
    year: (year: number, { given }) => `t.date >= make_date(${given(year)}, 1, 1) and t.date < make_date(${given(year + 1)}, 1, 1)`,
  },
  orders: { date: { by: BY_DATE, direction: 'asc' }, latest: { by: BY_DATE, direction: 'desc' } },
  unique: 'holiday_date_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: { type: 'dispatch.holiday.registered.v1', data: ({ id, date, kind }) => ({ holidayId: id, date, kind }) },
  stamp: ({ now }) => ({ setAt: now }),
  onChange: markChanged,
});
