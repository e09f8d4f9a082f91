import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { ResidentEntity } from '../resident/resident.entity.js';
import type { Resident } from '../resident/resident.js';
import { isWithdrawn } from '../resident/resident.store.js';
import { idIndexOf } from '../resident/resident-file.js';
import { registerIn } from '../resident/resident-registration.store.js';
import type { BringResidentInput, ResidentReferenceDto } from './resident-reference.dto.js';
import { ResidentReferenceEntity } from './resident-reference.entity.js';
import { refuseReference } from './resident-reference.errors.js';
import { type ResidentReference, sinceFault, wordOf } from './resident-reference.js';

/** Another import brings the same in at this moment. */
const CONFLICTS = { resident_reference_pkey: new ConcurrentChange() };

/** 居民名册导入: residents of a former register, once each, under the keyed hash of the number that they had there. */
@Injectable()
export class ResidentReferenceService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  put(actor: Actor, reference: string, input: BringResidentInput): Promise<ResidentReferenceDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { index } = this.personalData;
    const of = { referenceIndex: index.of(`resident reference ${reference}`), saidIndex: index.of(`resident said ${wordOf(input)}`) };
    return this.transactor.transact(actor, async (tx) => {
      const before = await tx.findOne(ResidentReferenceEntity, { referenceIndex: of.referenceIndex });
      const resident = before ? await sameAsBefore(tx, before, of.saidIndex) : await this.bringIn(tx, input);
      if (!before) tx.insert(ResidentReferenceEntity, { ...of, residentId: resident.id }, CONFLICTS);
      const { id: residentId, version, state, areaCode } = resident;
      return { reference, residentId, version, state, areaCode };
    });
  }

  private async bringIn(tx: Tx, { groupsSince = [], groupSource, groups = [], ...said }: BringResidentInput): Promise<Resident> {
    const { areaCode, consentOn, consentWay, ...file } = said;
    const today = dateOf(tx.now);
    const fault = sinceFault(groups, groupsSince, today);
    if (fault) throw fault;
    const idIndex = idIndexOf(file, this.personalData);
    if (idIndex && (await isWithdrawn(tx, idIndex, consentOn)))
      throw refuseReference('resident_reference.consent_withdrawn', {}, '/consentOn');
    const by = { areaCode, consentOn, consentWay, groups, file, registeredBy: tx.actor.organisation?.id ?? null };
    return registerIn(tx, this.personalData, by, (group) => ({
      since: groupsSince[groups.indexOf(group)] ?? today,
      source: groupSource ?? 'department',
    }));
  }
}

/** The file that goes on, whatever was put right in it meanwhile. Refuses a row that says otherwise than what was brought in. */
async function sameAsBefore(tx: Tx, { residentId, saidIndex }: ResidentReference, now: string): Promise<Resident> {
  if (saidIndex === null) throw refuseReference('resident_reference.erased', {}, 'reference');
  const resident = await tx.findOne(ResidentEntity, { id: residentId });
  if (saidIndex !== now || !resident) throw refuseReference('resident_reference.differs', {}, 'reference');
  return resident;
}
