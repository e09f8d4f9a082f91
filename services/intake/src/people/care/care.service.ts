import { Injectable } from '@nestjs/common';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Transactor, withoutReplay } from '@zero-distance/persistence';
import { assertAreaInUse, readPolicies, recordAccess } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { holdResidents } from '../key-person/held-resident.store.js';
import type { KeyPersonDto } from '../key-person/key-person.dto.js';
import { refuseKeyPerson } from '../key-person/key-person.errors.js';
import { enterKeyPerson, type KeyPerson, subjectOf } from '../key-person/key-person.js';
import { insertKeyPerson, KEY_PERSONS, visitsOf } from '../key-person/key-person.store.js';
import { byOwn } from '../key-person/key-person.transitions.js';
import { toKeyPersonDto } from '../key-person/key-person.view.js';
import { openNote } from '../key-person/visit.js';
import { fileOf } from '../resident/opened-file.js';
import { refuseResident } from '../resident/resident.errors.js';
import { RESIDENTS, residentOfCare } from '../resident/resident.store.js';
import { toRevealedFileDto } from '../resident/resident.view.js';
import type { EnterKeyPersonInput, RevealedKeyPersonDto, RevealKeyPersonInput } from './care.dto.js';

/** 重点服务对象 and who they are: the one place where both are known. */
@Injectable()
export class CareService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** 纳入. */
  enter(actor: Actor, { residentId, kind, risk }: EnterKeyPersonInput): Promise<KeyPersonDto> {
    return this.transactor.transact(actor, async (tx) => {
      await holdResidents(tx, residentId);
      const { state, areaCode } = await RESIDENTS.load(tx, residentId);
      if (state !== 'registered') throw refuseResident('resident.not_registered', { id: residentId }, '/residentId');
      await assertAreaInUse(tx, 'intake', areaCode, '/residentId');
      const organisationId = actor.organisation?.id ?? null;
      const person = enterKeyPerson({ residentId, areaCode, kind, risk, organisationId }, tx.now, await readPolicies(tx, POLICIES));
      return toKeyPersonDto(insertKeyPerson(tx, person), tx);
    });
  }

  /** 查看: who they are and what was seen, one at a time. No access record, no answer. */
  reveal(actor: Actor, id: string, { purpose, visitsBefore }: RevealKeyPersonInput): Promise<RevealedKeyPersonDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const found = await KEY_PERSONS.load(tx, id);
      const refusal = whyNotShown(found, actor);
      if (refusal) throw refusal;
      const { residentId } = found;
      const file = fileOf(await residentOfCare(tx, residentId), this.personalData);
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      recordAccess(tx, 'intake', { action: 'reveal', subject: residentId, purpose }); // who looked at a file is asked by the file
      const notes = (await visitsOf(tx, id, visitsBefore === undefined ? undefined : new Date(visitsBefore))).flatMap((visit) => {
        const note = openNote(visit, this.personalData.ring);
        return note === null ? [] : [{ visitId: visit.id, note }];
      });
      return { accessRecordId, residentId, file: toRevealedFileDto(file, accessRecordId), notes };
    });
  }
}

/** Who is merely asked to take them over does not learn who they are, nor what was seen; and nobody does any more who had them once. */
const whyNotShown = (found: KeyPerson, actor: Actor): DomainError | undefined =>
  found.state === 'left' ? refuseKeyPerson('key_person.has_left') : byOwn(subjectOf(found, actor));
