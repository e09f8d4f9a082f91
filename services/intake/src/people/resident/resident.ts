import { yearsAfter } from '@zero-distance/calendar';
import type { EventData, ResidentLeaving } from '@zero-distance/contracts';
import { DAY_MS, newId, type Told } from '@zero-distance/kernel';
import type { ResidentEventType, ResidentState } from './resident.transitions.js';
import { type FileKeys, NO_FILE, type OptionalField, type ResidentFile, type SealedFile, sealFile } from './resident-file.js';

/** 同意方式: how somebody agreed that their file is kept (个人信息保护法: separate consent for what is sensitive). */
export const CONSENT_WAYS = ['written', 'spoken', 'online'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** 村居民: somebody who lives here and has agreed to be known to who looks after the place. */
export interface Resident extends SealedFile {
  readonly id: string;
  readonly version: number;
  readonly state: ResidentState;
  /** 现住区划, down to the grid where it is known. */
  readonly areaCode: string;
  /** 所属群体 as of now, by code; since when and until when stands in the memberships. */
  readonly groups: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly consentOn: string;
  readonly consentWay: ConsentWay;
  /** The organisation that registered it, when the caller acted for one. */
  readonly registeredBy: string | null;
  readonly registeredAt: Date;
  /** 最近核实: when somebody made sure last that the file is right. */
  readonly checkedAt: Date;
  readonly leaving: ResidentLeaving | null;
  /** Of the same person, when it is merged. */
  readonly mainResidentId: string | null;
  /** What the main file took from it, when it is merged: names of fields and codes of groups, no values. */
  readonly takenFields: readonly OptionalField[];
  readonly takenGroups: readonly string[];
  /** When nobody needs it any more, unless something happens; null when it is erased. */
  readonly nextAt: Date | null;
}

/** What stands with a file that was merged into no other. */
export const NOTHING_TAKEN = { takenFields: [], takenGroups: [] };

/** How long a file is kept. */
export interface ResidentWaits {
  readonly 'resident-years': number;
  readonly 'resident-left-days': number;
}

/** What is said of somebody new. */
export interface NewResident extends Pick<Resident, 'areaCode' | 'groups' | 'consentOn' | 'consentWay' | 'registeredBy'> {
  readonly file: ResidentFile;
}

export function registerResident({ file, ...said }: NewResident, now: Date, keys: FileKeys, waits: ResidentWaits): Resident {
  const id = newId(now.getTime());
  return {
    ...{ id, version: 1, state: 'registered', ...said, ...sealFile(id, file, keys), registeredAt: now },
    ...{ leaving: null, mainResidentId: null, ...NOTHING_TAKEN, ...madeSure(now, waits) },
  };
}

/** 已核实: what changes when somebody has made sure that the file is right. */
export const madeSure = (now: Date, waits: ResidentWaits) => ({ checkedAt: now, nextAt: yearsAfter(now, waits['resident-years']) });

/** What changes when the file is of somebody who is here no more, or goes on as another: it is kept for a while, in case that was wrong. */
export const keptForNow = (now: Date, waits: ResidentWaits) => ({
  groups: [],
  nextAt: new Date(now.getTime() + waits['resident-left-days'] * DAY_MS),
});

/** What changes when the file is gone. */
export const ERASED = { ...NO_FILE, ...NOTHING_TAKEN, groups: [], nextAt: null };

const brief = ({ id, areaCode, groups }: Resident, { at }: Told<Resident>) => ({
  residentId: id,
  areaCode,
  groups: [...groups],
  at: at.toISOString(),
});

/** The data of each event, from the resident after the step. */
export const RESIDENT_EVENTS: { readonly [E in ResidentEventType]: (after: Resident, told: Told<Resident>) => EventData<E> } = {
  'intake.resident.registered.v1': brief,
  'intake.resident.corrected.v1': brief,
  'intake.resident.confirmed.v1': brief,
  'intake.resident.joined-group.v1': brief,
  'intake.resident.left-group.v1': brief,
  'intake.resident.left.v1': (after, told) => ({ ...brief(after, told), leaving: after.leaving ?? 'moved' }),
  'intake.resident.returned.v1': brief,
  'intake.resident.merged.v1': (after, told) => ({ ...brief(after, told), mainResidentId: after.mainResidentId ?? after.id }),
  'intake.resident.split-off.v1': brief,
  'intake.resident.consent-withdrawn.v1': brief,
  'intake.resident.expired.v1': brief,
};
