import { Injectable } from '@nestjs/common';
import { periodText, readPeriods } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { type Holiday, namedDays } from '../../reference/holiday.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { moveDueTimes } from '../deadline/deadline.store.js';
import type { CalendarYearDto, HolidayDto, HolidayInput, HolidayQuery } from './holiday.dto.js';
import { HOLIDAYS } from './holiday.store.js';

/** The district's own days off and make-up workdays, over those that were published. */
@Injectable()
export class HolidayService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** Sets one day and moves the due times that it changes, each with a ledger row. Those given meanwhile are `DeadlineService`'s. */
  async put(actor: Actor, date: string, input: HolidayInput, ifMatch?: number): Promise<HolidayDto> {
    await this.reference.refresh(); // due times are computed with this calendar, so it must hold every other day
    const { current } = this.reference;
    const { hours = null } = input;
    if (hours !== null && input.kind === 'holiday') throw refuse('holiday.no_hours_of_a_day_off', {}, '/hours');
    if (hours !== null && !readPeriods(hours)) throw refuse('holiday.hours', {}, '/hours');
    const { row } = await this.transactor.transact(actor, (tx) =>
      HOLIDAYS.put(tx, date, { ...input, hours }, ifMatch, async (after, before) => {
        if (before?.kind === after.kind && before.hours === after.hours) return;
        await moveDueTimes(tx, current.policies, current.calendarWith({ ...after, date }, tx.now));
      }),
    );
    await this.transactor.whenCommitted(this.reference.refresh);
    return toDto(row);
  }

  /** What the district has set, over what was published. */
  list(actor: Actor, query: HolidayQuery): Promise<Page<HolidayDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await HOLIDAYS.list(tx, query), toDto));
  }

  /** What counts in a year, whoever says so. */
  year(year: number): CalendarYearDto {
    const { calendar, holidayNames } = this.reference.current;
    const [warning] = calendar.warningsFor([year]);
    const items = namedDays(year, calendar).map(({ date, working, source, holiday }) => ({
      date,
      working,
      hours: calendar.periods(date).map(periodText),
      name: holidayNames.get(date) ?? holiday?.zh ?? null,
      source,
    }));
    return { year, loaded: !warning, warning: warning ? `${warning.zh} / ${warning.en}` : null, items };
  }
}

const toDto = ({ date, kind, name, hours, version }: Holiday & { version: number }): HolidayDto => ({ date, kind, name, hours, version });
