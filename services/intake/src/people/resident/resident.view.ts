import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { GroupMembership } from '../resident-group/resident-group.js';
import type { ResidentDetailDto, ResidentDto } from './resident.dto.js';
import type { Resident } from './resident.js';
import { RESIDENT_TRANSITIONS, type ResidentState } from './resident.transitions.js';
import { OPTIONAL_FIELDS, type ResidentFile } from './resident-file.js';
import type { RevealedFileDto } from './revealed-file.dto.js';

/** To whom it is shown. */
interface View {
  readonly actor: Actor;
}

/** What the caller sees of a resident, masked, and may do with the file. */
export const toResidentDto = (found: Resident, { actor }: View): ResidentDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: RESIDENT_TRANSITIONS.allowed(found.state, actor, found),
  areaCode: found.areaCode,
  name: found.nameMasked,
  idNumber: found.idNumberMasked,
  phone: found.phoneMasked,
  groups: [...found.groups],
  consentOn: found.consentOn,
  consentWay: found.consentWay,
  registeredAt: found.registeredAt.toISOString(),
  checkedAt: found.checkedAt.toISOString(),
  leaving: found.leaving,
  mainResidentId: found.mainResidentId,
});

interface Besides {
  readonly history: readonly HistoryEntity<ResidentState>[];
  readonly memberships: readonly GroupMembership[];
}

/** The same with their groups and what was done with the file. */
export const toResidentDetailDto = (found: Resident, { history, memberships }: Besides, view: View): ResidentDetailDto => ({
  ...toResidentDto(found, view),
  memberships: memberships.map(({ groupCode, since, until, source }) => ({ group: groupCode, since, until, source })),
  history: history.map(toHistoryLine),
});

const UNKNOWN = Object.fromEntries(OPTIONAL_FIELDS.map((field) => [field, null])) as Omit<RevealedFileDto, 'name' | 'accessRecordId'>;

/** A file in plain. */
export const toRevealedFileDto = (file: ResidentFile, accessRecordId: string): RevealedFileDto => ({ ...UNKNOWN, ...file, accessRecordId });
