import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { Transactor, withoutReplay } from '@zero-distance/persistence';
import { KeyRing } from '@zero-distance/personal-data';
import { assertWithinArea, mapPage, type Page, recordAccess } from '@zero-distance/platform';
import { config } from '../../config.js';
import { refuse } from '../../errors.js';
import type { Organisation } from '../organisation.js';
import { ReferenceData } from '../reference.service.js';
import type { DutyShiftDto, DutyShiftInput, DutyShiftQuery, RevealDutyInput, RevealedDutyDto } from './duty-shift.dto.js';
import { refuseDuty } from './duty-shift.errors.js';
import { openPhone, phoneOf, timesFault } from './duty-shift.js';
import { COMING_SHIFTS, DUTY_SHIFTS } from './duty-shift.store.js';
import { toDutyShiftDto } from './duty-shift.view.js';

/** 值班表: who is reached for an organisation when something cannot wait. */
@Injectable()
export class DutyShiftService {
  private readonly ring = new KeyRing(config.PERSONAL_DATA_KEYS);

  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** Throws 403 for an organisation outside the caller's area, or a shift of one. The number is sealed before it leaves this method. */
  async put(actor: Actor, code: string, input: DutyShiftInput, ifMatch?: number): Promise<DutyShiftDto> {
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
    await this.reference.refresh(); // an organisation registered at another replica a moment ago is known here
    const organisation = this.organisationOf(input.organisation);
    assertWithinArea(actor, organisation.areaCode, '/organisation');
    return this.transactor.transact(actor, async (tx) => {
      const fault = timesFault({ startsAt, endsAt }, this.reference.current.policies, tx.now);
      if (fault) throw fault;
      const before = await DUTY_SHIFTS.find(tx, code);
      if (before) assertWithinArea(actor, before.areaCode, 'code');
      const said = { id: before?.id ?? newId(), startsAt, endsAt, cancelled: input.cancelled ?? false };
      const who = { name: input.name, post: input.post ?? null, organisationCode: organisation.code, areaCode: organisation.areaCode };
      const facts = { ...said, ...who, ...phoneOf(said, input.phone, before, { ring: this.ring, now: tx.now }) };
      const { row } = await DUTY_SHIFTS.put(tx, code, facts, ifMatch, ({ id }) => {
        if (id !== said.id) throw refuse('register.changed_meanwhile'); // somebody made it since: a number sealed for another row is one that nobody can open
      });
      return toDutyShiftDto(row);
    });
  }

  private organisationOf(code: string): Organisation {
    const found = this.reference.current.organisations.find((one) => one.code === code);
    if (!found) throw refuse('organisation.unknown', { code }, '/organisation');
    if (found.successorOrganisation)
      throw refuse('organisation.retired', { code, successor: found.successorOrganisation }, '/organisation');
    return found;
  }

  list(actor: Actor, { from, ...query }: DutyShiftQuery): Promise<Page<DutyShiftDto>> {
    if (from && (query.at ?? query.updatedSince)) throw refuseDuty('duty_shift.from_alone', {}, 'from');
    return this.transactor.read(actor, async (tx) => {
      const coming = from ? await COMING_SHIFTS.list(tx, { ...query, from }) : undefined;
      return mapPage(coming ?? (await DUTY_SHIFTS.list(tx, query)), toDutyShiftDto);
    });
  }

  /** 查看号码: to dial it. No access record, no answer. */
  reveal(actor: Actor, code: string, { purpose }: RevealDutyInput): Promise<RevealedDutyDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const shift = await DUTY_SHIFTS.load(tx, code);
      const phone = openPhone(shift, this.ring);
      if (phone === undefined) throw refuseDuty('duty_shift.no_number');
      const { accessRecordId } = recordAccess(tx, 'dispatch', { action: 'reveal', subject: shift.id, purpose });
      return { accessRecordId, phone };
    });
  }
}
