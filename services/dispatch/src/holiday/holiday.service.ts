import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/persistence';
import { moveDueTimes } from '../deadline/deadline.store.js';
import { Registers } from '../register/register.service.js';
import type { CalendarYearDto, HolidayDto, HolidayInput } from './holiday.dto.js';
import { type Holiday, namedDays } from './holiday.js';
import { findHoliday, saveHoliday } from './holiday.store.js';

/** The district's own days off and make-up workdays, over those that were published. */
@Injectable()
export class HolidayService {
  constructor(
    private readonly transactor: Transactor,
    private readonly registers: Registers,
  ) {}

  /** Sets one day and moves the due times that it changes, each with a ledger row. Those given meanwhile are `DeadlineService`'s. */
  async put(actor: Actor, date: string, input: HolidayInput, version?: number): Promise<HolidayDto> {
    await this.registers.refresh(); // the calendar that the due times are counted with anew must hold every other day
    const answer = await this.transactor.transact(actor, async (tx) => {
      const found = await findHoliday(tx, date);
      expectVersion(found?.version ?? 0, version);
      if (found?.kind === input.kind && found.name === input.name) return toDto(found);
      const { current } = this.registers;
      if (found?.kind !== input.kind) await moveDueTimes(tx, current.policies, current.calendarWith(date, input.kind, tx.now));
      return toDto(saveHoliday(tx, found, { date, ...input }));
    });
    await this.registers.refresh();
    return answer;
  }

  year(year: number): CalendarYearDto {
    const { calendar, holidayNames } = this.registers.current;
    const [warning] = calendar.warningsFor([year]);
    const items = namedDays(year, calendar).map(({ date, working, source, holiday }) => ({
      date,
      working,
      name: holidayNames.get(date) ?? holiday?.zh ?? null,
      source,
    }));
    return { year, loaded: !warning, warning: warning ? `${warning.zh} / ${warning.en}` : null, items };
  }
}

const toDto = ({ date, kind, name, version }: Holiday & { version: number }): HolidayDto => ({ date, kind, name, version });
