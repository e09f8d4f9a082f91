import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { assertAreaInUse, assertWithinArea, mapPage, type Page, readPolicies, recordAccess } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import type { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { holdResidents } from '../key-person/held-resident.store.js';
import { moveCare } from '../key-person/resident-care.store.js';
import { membershipsOf } from '../resident-group/resident-group.store.js';
import { fileOf } from './opened-file.js';
import type { ResidentDetailDto, ResidentDto, ResidentQuery } from './resident.dto.js';
import { refuseResident } from './resident.errors.js';
import { madeSure, type Resident } from './resident.js';
import { filesOf, forgetIdNumber, keepIdNumber, RESIDENTS } from './resident.store.js';
import { toResidentDetailDto, toResidentDto, toRevealedFileDto } from './resident.view.js';
import type { CorrectResidentInput, RegisterResidentInput } from './resident-file.dto.js';
import { corrected, idIndexOf, type ResidentFile, sealFile, withIdFacts } from './resident-file.js';
import { ResidentFollowers } from './resident-followers.service.js';
import { renewOrders } from './resident-orders.store.js';
import { checkFile, registerIn } from './resident-registration.store.js';
import type { RevealedFileDto } from './revealed-file.dto.js';

/** 村居民: registered, found, looked at and put right. */
@Injectable()
export class ResidentService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly followers: ResidentFollowers,
  ) {}

  register(actor: Actor, { areaCode, groups = [], consentOn, consentWay, ...said }: RegisterResidentInput): Promise<ResidentDto> {
    assertWithinArea(actor, areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const by = { areaCode, groups, consentOn, consentWay, registeredBy: actor.organisation?.id ?? null, file: said };
      return toResidentDto(await registerIn(tx, this.personalData, by, () => ({ since: dateOf(tx.now), source: 'declared' })), tx);
    });
  }

  list(actor: Actor, query: ResidentQuery): Promise<Page<ResidentDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await RESIDENTS.list(tx, query), (found) => toResidentDto(found, tx)));
  }

  get(actor: Actor, id: string): Promise<ResidentDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await RESIDENTS.load(tx, id);
      const [history, memberships] = await Promise.all([RESIDENTS.history(tx, found), membershipsOf(tx, id)]);
      return toResidentDetailDto(found, { history, memberships }, tx);
    });
  }

  /** 查看档案: in plain. No access record, no answer: the record commits before the answer leaves. */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedFileDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const file = fileOf(await RESIDENTS.load(tx, id), this.personalData);
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      return toRevealedFileDto(file, accessRecordId);
    });
  }

  /** 更正: what is said replaces what was said, and what is named in `leaveOut` goes. */
  correct(actor: Actor, id: string, input: CorrectResidentInput, ifMatch?: number): Promise<ResidentDto> {
    const { areaCode, leaveOut = [], reason, ...said } = input;
    if (areaCode !== undefined) assertWithinArea(actor, areaCode, '/areaCode');
    const isSaid = Object.values(said).some((value) => value !== undefined);
    if (areaCode === undefined && leaveOut.length === 0 && !isSaid) throw refuseResident('resident.nothing_said');
    return this.act(actor, id, ifMatch, async (found, tx) => {
      if (areaCode !== undefined && areaCode !== found.areaCode) await assertAreaInUse(tx, 'intake', areaCode);
      const before = fileOf(found, this.personalData);
      const after = corrected(before, said, leaveOut);
      checkFile(after, dateOf(tx.now));
      const file = withIdFacts(after);
      this.changeIdNumber(tx, id, before, file);
      await holdResidents(tx, id);
      const fileIds = await filesOf(tx, id);
      if (areaCode !== undefined) {
        await moveCare(tx, id, areaCode);
        await this.followers.move(tx, fileIds, areaCode);
      }
      await renewOrders(tx, fileIds, before, file, this.personalData);
      const changes = { areaCode: areaCode ?? found.areaCode, ...sealFile(id, file, this.personalData) };
      return RESIDENTS.take(tx, found, 'correct', { ...changes, ...madeSure(tx.now, await readPolicies(tx, POLICIES)) }, { reason });
    });
  }

  /** 核实: somebody has made sure that the file is right as it is. */
  confirm(actor: Actor, id: string, ifMatch?: number): Promise<ResidentDto> {
    return this.act(actor, id, ifMatch, async (found, tx) =>
      RESIDENTS.take(tx, found, 'confirm', madeSure(tx.now, await readPolicies(tx, POLICIES))),
    );
  }

  private changeIdNumber(tx: Tx, id: string, before: ResidentFile, after: ResidentFile): void {
    if (before.idNumber === after.idNumber) return;
    forgetIdNumber(tx, id);
    keepIdNumber(tx, id, idIndexOf(after, this.personalData));
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
