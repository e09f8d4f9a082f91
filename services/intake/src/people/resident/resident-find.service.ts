import { Injectable } from '@nestjs/common';
import { addDays, dateOf, startOf } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, withoutReplay } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { mapPage, type Page, type PageQuery, readPolicies, recordAccess } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import type { FindResidentInput, ResidentDto } from './resident.dto.js';
import { refuseResident } from './resident.errors.js';
import { RESIDENTS } from './resident.store.js';
import { toResidentDto } from './resident.view.js';
import { countFind } from './resident-find.store.js';

/** The row of the access table that a search which found nobody is on record by. */
const NOBODY = 'intake.residents.find';

/** 查找: by the whole number alone; there is no way to look for a name. */
@Injectable()
export class ResidentFindService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** Who looked for whom is on record, by the files that were found and not by the number. Whoever tries many numbers comes to an end. */
  find(actor: Actor, { idNumber, phone }: FindResidentInput, page: PageQuery): Promise<Page<ResidentDto>> {
    if ((idNumber === undefined) === (phone === undefined)) throw refuseResident('resident.find_by_one');
    const { index } = this.personalData;
    const by = {
      ...(idNumber === undefined ? {} : { idIndex: index.ofIdNumber({ number: idNumber }) }),
      ...(phone === undefined ? {} : { phoneIndex: index.ofPhone(readPhone(phone)) }),
    };
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const today = dateOf(tx.now);
      const most = (await readPolicies(tx, POLICIES))['resident-finds-a-day'];
      if ((await countFind(tx, today)) > most) throw foundTooOften(most, addDays(today, 1), tx.now);
      const found = await RESIDENTS.list(tx, { ...page, ...by });
      const subjects = found.items.length === 0 ? [NOBODY] : found.items.map(({ id }) => id);
      for (const subject of subjects) recordAccess(tx, 'intake', { action: 'find', subject });
      return mapPage(found, (one) => toResidentDto(one, tx));
    });
  }
}

/** @param tomorrow `YYYY-MM-DD` */
const foundTooOften = (most: number, tomorrow: string, now: Date) => {
  const until = startOf(tomorrow);
  const retryAfterSeconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  return refuseResident('resident.found_too_often', { most, until: until.toISOString(), retryAfterSeconds });
};
