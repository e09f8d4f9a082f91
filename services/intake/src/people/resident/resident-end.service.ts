import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import type { ResidentLeaving } from '@zero-distance/contracts';
import { type Actor, type StepOf, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { Erasure, readPolicies } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { moveServed } from '../group-coverage/group-coverage.store.js';
import { holdResidents } from '../key-person/held-resident.store.js';
import { endCare, mergeCare, splitCare } from '../key-person/resident-care.store.js';
import { leaveAllGroups, moveMemberships } from '../resident-group/resident-group.store.js';
import { fileOf } from './opened-file.js';
import type { ResidentDto } from './resident.dto.js';
import { refuseResident } from './resident.errors.js';
import { ERASED, keptForNow, madeSure, NOTHING_TAKEN, type Resident } from './resident.js';
import { eraseTraces, filesOf, keepWithdrawal, mergedInto, moveIdNumber, RESIDENTS } from './resident.store.js';
import { type RESIDENT_TRANSITIONS, stepBySystem } from './resident.transitions.js';
import { toResidentDto } from './resident.view.js';
import { bookingsOf, eraseBookings, markAsOne, markAsOther } from './resident-bookings.store.js';
import { complementedBy, contradictedBy, sealFile, withIdFacts } from './resident-file.js';
import { ResidentFollowers } from './resident-followers.service.js';
import { endOrders, type FileEnd } from './resident-orders.store.js';
import { takenFields } from './taken-over.js';
import { giveBack, holdMerged } from './taken-over.store.js';

/** 迁出、合并、撤回同意: how a file ends, and how it goes on where that was wrong. */
@Injectable()
export class ResidentEndService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly followers: ResidentFollowers,
  ) {}

  leave(actor: Actor, id: string, leaving: ResidentLeaving, ifMatch?: number): Promise<ResidentDto> {
    return this.act(actor, id, ifMatch, async (found, tx) => {
      await endOrdersOf(tx, id, leaving);
      await this.followers.end(tx, await filesOf(tx, id), leaving);
      await endCare(tx, id, leaving);
      leaveAllGroups(tx, id, dateOf(tx.now));
      return RESIDENTS.take(tx, found, 'leave', { leaving, ...keptForNow(tx.now, await readPolicies(tx, POLICIES)) });
    });
  }

  /** 迁回: their groups are those that somebody names again. */
  return(actor: Actor, id: string, ifMatch?: number): Promise<ResidentDto> {
    return this.act(actor, id, ifMatch, async (found, tx) =>
      RESIDENTS.take(tx, found, 'return', { leaving: null, ...madeSure(tx.now, await readPolicies(tx, POLICIES)) }),
    );
  }

  /** 合并重复档案: the main file takes what it does not say itself, number and groups among it; this one is kept for a while, in case they were two people. */
  merge(actor: Actor, id: string, mainResidentId: string, ifMatch?: number): Promise<ResidentDto> {
    return this.act(actor, id, ifMatch, async (found, tx) => {
      if (mainResidentId === id) throw refuseResident('resident.main_itself', {}, '/mainResidentId');
      const main = await RESIDENTS.load(tx, mainResidentId);
      const step = RESIDENTS.step(tx, found, 'merge');
      if (main.state !== 'registered') throw refuseResident('resident.main_not_registered', { id: mainResidentId }, '/mainResidentId');
      const taken = await this.takeOver(tx, main, found);
      await mergeCare(tx, id, main);
      const fileIds = await filesOf(tx, id);
      await this.followers.move(tx, fileIds, main.areaCode);
      await markAsOne(tx, [...fileIds, ...(await filesOf(tx, mainResidentId))]);
      const kept = keptForNow(tx.now, await readPolicies(tx, POLICIES));
      return RESIDENTS.save(tx, withChanges(step, { mainResidentId, phoneIndex: null, ...taken, ...kept }));
    });
  }

  /** 恢复: they were two people. What the main file took goes out of it, number, groups and care with its visits are again those of this one; what both said of groups is named again. */
  splitOff(actor: Actor, id: string, ifMatch?: number): Promise<ResidentDto> {
    return this.transactor.transact(actor, async (tx) => {
      const held = await holdMerged(tx, id, ifMatch);
      const step = RESIDENTS.step(tx, held.found, 'split-off');
      const { phoneIndex } = sealFile(id, fileOf(held.found, this.personalData), this.personalData);
      const groups = giveBack(tx, held, this.personalData);
      await splitCare(tx, held.found, held.fileIds);
      await this.followers.move(tx, held.fileIds, held.found.areaCode);
      markAsOther(tx, held.fileIds);
      const sure = madeSure(tx.now, await readPolicies(tx, POLICIES));
      return toResidentDto(
        RESIDENTS.save(tx, withChanges(step, { mainResidentId: null, phoneIndex, groups, ...NOTHING_TAKEN, ...sure })),
        tx,
      );
    });
  }

  /** 撤回同意: nothing is kept of the person, in this file nor in those that were merged into it. That somebody was served stays, by an id that leads to nobody. */
  withdrawConsent(actor: Actor, id: string, ifMatch?: number): Promise<ResidentDto> {
    return this.act(actor, id, ifMatch, async (found, tx) => {
      if (found.state === 'merged') throw refuseResident('resident.consent_of_main', { id: found.mainResidentId ?? id });
      const step = RESIDENTS.step(tx, found, 'withdraw-consent');
      return eraseWhole(tx, step, this.followers);
    });
  }

  private async takeOver(tx: Tx, main: Resident, other: Resident): Promise<Pick<Resident, 'takenFields' | 'takenGroups'>> {
    const [ofMain, ofOther] = [fileOf(main, this.personalData), fileOf(other, this.personalData)];
    if (ofMain.idNumber !== undefined && ofOther.idNumber !== undefined)
      throw refuseResident('resident.different_people', {}, '/mainResidentId');
    const whole = complementedBy(ofMain, ofOther);
    const wrong = contradictedBy(whole); // what the main file says itself is not lost to a number that says otherwise
    if (wrong) throw refuseResident('resident.contradicts_id_number', { field: wrong }, '/mainResidentId');
    const after = withIdFacts(whole);
    const file = sealFile(main.id, after, this.personalData);
    const groups = [...new Set([...main.groups, ...other.groups])];
    moveIdNumber(tx, other.id, main.id);
    moveMemberships(tx, other.id, main.id);
    RESIDENTS.take(tx, main, 'correct', { ...file, groups });
    return { takenFields: takenFields(ofMain, after), takenGroups: other.groups.filter((group) => !main.groups.includes(group)) };
  }

  private act(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    change: (found: Resident, tx: Tx) => Promise<Resident>,
  ): Promise<ResidentDto> {
    return this.transactor.transact(actor, async (tx) => toResidentDto(await change(await RESIDENTS.load(tx, id, ifMatch), tx), tx));
  }
}

/** Queues that nothing is provided any more of what was ordered by a file, and by those that were merged into it. */
export async function endOrdersOf(tx: Tx, id: string, why: FileEnd): Promise<void> {
  await holdResidents(tx, id);
  await endOrders(tx, await filesOf(tx, id), why);
}

/** Queues that nothing is kept of a person: of their file, and of those that were merged into it. */
export async function eraseWhole(
  tx: Tx,
  step: StepOf<Resident, typeof RESIDENT_TRANSITIONS>,
  followers: ResidentFollowers,
): Promise<Resident> {
  const { id } = step.before;
  await endOrdersOf(tx, id, 'consent-withdrawn');
  const fileIds = await filesOf(tx, id);
  await eraseBookings(tx, await bookingsOf(tx, fileIds));
  await followers.erase(new Erasure(tx, id), fileIds, 'consent-withdrawn');
  for (const other of await mergedInto(tx, id)) {
    moveServed(tx, other.id, id); // whoever was served once is served for good, as the one person that they are
    await erase(tx, stepBySystem(other, 'withdraw-with-main'), 'consent-withdrawn');
  }
  return erase(tx, step, 'consent-withdrawn');
}

/** Queues that nothing is kept of a file. */
export async function erase(tx: Tx, step: StepOf<Resident, typeof RESIDENT_TRANSITIONS>, why: FileEnd): Promise<Resident> {
  const careIds = await endCare(tx, step.before.id, why);
  leaveAllGroups(tx, step.before.id, dateOf(tx.now));
  if (why === 'consent-withdrawn') keepWithdrawal(tx, step.before.id, dateOf(tx.now));
  eraseTraces(tx, step.before.id, careIds);
  return RESIDENTS.save(tx, withChanges(step, ERASED));
}
