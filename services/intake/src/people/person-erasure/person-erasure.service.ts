import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { recordAccess } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import type { EraseInput } from '../../requests/erasure/erasure.dto.js';
import { canBeErased } from '../../requests/erasure/erasure.js';
import { eraseRequest } from '../../requests/erasure/erasure.service.js';
import { eraseOthers } from '../../requests/erasure/other-matters.store.js';
import { REQUESTS } from '../../requests/request/request.store.js';
import { maySeeRequester } from '../../requests/requester/requester.js';
import { RESIDENTS } from '../resident/resident.store.js';
import { stepBySystem } from '../resident/resident.transitions.js';
import { bookingsOfPhone, eraseBookings } from '../resident/resident-bookings.store.js';
import { eraseWhole } from '../resident/resident-end.service.js';
import { ResidentFollowers } from '../resident/resident-followers.service.js';
import type { ErasedOfPersonDto, ErasePersonInput } from './person-erasure.dto.js';

/** Requests of a person that are looked at, and erased, by one call; files of residents that are. */
const LOOKED_AT = 200;
const AT_ONCE = 50;

/** 依法删除: what there is of a person, by their telephone number. */
@Injectable()
export class PersonErasureService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly followers: ResidentFollowers,
  ) {}

  /**
   * As far as the caller sees it: requests that are finished, reports that are no request, calls that nobody answered, bookings of activities, service cases that have
   * ended, and files of residents.
   */
  erase(actor: Actor, { phone, ground }: ErasePersonInput): Promise<ErasedOfPersonDto> {
    const openRequesters = !maySeeRequester(actor, true); // as when they are looked for
    const phoneIndex = this.personalData.index.ofPhone(readPhone(phone));
    return this.transactor.transact(actor, async (tx) => {
      const found = await REQUESTS.list(tx, { phoneIndex, openRequesters, limit: LOOKED_AT });
      const finished = found.items.filter(canBeErased);
      const now = finished.slice(0, AT_ONCE);
      for (const request of now) await eraseRequest(tx, request, ground);
      const items = [
        ...now.map(({ id }) => ({ requestId: id, outcome: 'erased' as const })),
        ...found.items.filter((request) => !canBeErased(request)).map(({ id }) => ({ requestId: id, outcome: 'unfinished' as const })),
      ];
      const erasedWith = now.map(({ id }) => id);
      const others = await eraseOthers(tx, { phoneIndex, openReporters: openRequesters, erasedWith }, ground);
      const bookings = await eraseBooked(tx, phoneIndex, actor.area, ground);
      const cases = await this.eraseCases(tx, phoneIndex, ground);
      const residents = await this.eraseResidents(tx, phoneIndex, ground);
      const isMore = [others, bookings, cases, residents].some((part) => part.more);
      const more = finished.length > now.length || found.next !== null || isMore;
      const { serviceCaseIds, openServiceCaseIds } = cases;
      return { ...others, activityBookingIds: bookings.ids, serviceCaseIds, openServiceCaseIds, residentIds: residents.ids, items, more };
    });
  }

  /** Queues that nothing is kept of who applied with this number, where a case has ended. Of a resident the file is erased, and with it what they applied for. */
  private async eraseCases(tx: Tx, phoneIndex: string, { basis, evidence }: EraseInput) {
    const { erased, unfinished, more } = await this.followers.eraseCasesByPhone(tx, { phoneIndex, limit: AT_ONCE });
    for (const subject of erased) recordAccess(tx, 'intake', { action: 'erase', subject, purpose: evidence, detail: { basis } });
    return { serviceCaseIds: [...erased], openServiceCaseIds: [...unfinished], more };
  }

  /** Queues that nothing is kept of files with this number. Who asks for that withdraws the consent that they were kept by. */
  private async eraseResidents(tx: Tx, phoneIndex: string, { basis, evidence }: EraseInput): Promise<{ ids: string[]; more: boolean }> {
    const found = await RESIDENTS.list(tx, { phoneIndex, limit: AT_ONCE });
    for (const resident of found.items) {
      await eraseWhole(tx, stepBySystem(resident, 'withdraw-consent'), this.followers);
      recordAccess(tx, 'intake', { action: 'erase', subject: resident.id, purpose: evidence, detail: { basis } });
    }
    return { ids: found.items.map(({ id }) => id), more: found.next !== null };
  }
}

/** Queues that nothing is kept of who booked activities with this number. */
async function eraseBooked(
  tx: Tx,
  phoneIndex: string,
  area: string,
  { basis, evidence }: EraseInput,
): Promise<{ ids: string[]; more: boolean }> {
  const found = await bookingsOfPhone(tx, phoneIndex, area, AT_ONCE + 1);
  const ids = found.slice(0, AT_ONCE);
  await eraseBookings(tx, ids);
  for (const subject of ids) recordAccess(tx, 'intake', { action: 'erase', subject, purpose: evidence, detail: { basis } });
  return { ids, more: found.length > ids.length };
}
