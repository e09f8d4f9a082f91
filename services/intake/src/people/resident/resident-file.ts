import { type BlindIndex, type KeyRing, maskIdNumber, parseIdNumber } from '@zero-distance/personal-data';
import { maskName, maskPhone, readPhone } from '@zero-distance/personal-data/phones';
import type { Dwelling, Education, InflowReason, Kinship, MaritalStatus, Sex } from './resident-codes.js';

/**
 * 居民档案, in plain: only on its way in, and out through `reveal`. The fields that grid systems use but for religion; what a register of care has
 * no need of (offences, diseases, petitions) has no field.
 */
export interface ResidentFile {
  readonly name: string;
  readonly formerName?: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly sex?: Sex;
  /** `YYYY-MM-DD`. */
  readonly bornOn?: string;
  readonly ethnicGroup?: string;
  readonly nativePlace?: string;
  readonly maritalStatus?: MaritalStatus;
  readonly education?: Education;
  readonly politicalStatus?: string;
  readonly occupation?: string;
  readonly employer?: string;
  /** 现住址. */
  readonly address?: string;
  /** 户籍地址. */
  readonly registeredAddress?: string;
  /** 人户一致: they live where they are registered. */
  readonly livesWhereRegistered?: boolean;
  readonly householdNumber?: string;
  readonly relationToHead?: Kinship;
  readonly dwelling?: Dwelling;
  readonly inflowReason?: InflowReason;
  /** 残疾人证: number, class and grade as they stand on it. */
  readonly disabilityCard?: string;
  readonly disabilityClass?: string;
  readonly disabilityGrade?: string;
  /** 低保: number, and yuan a month. */
  readonly allowanceNumber?: string;
  readonly allowanceYuan?: number;
  /** 子女去向. */
  readonly childrenWhereabouts?: string;
  /** 困难和诉求. */
  readonly difficulties?: string;
}

/** What a file need not say. */
export const OPTIONAL_FIELDS = [
  ...(['formerName', 'idNumber', 'phone', 'sex', 'bornOn', 'ethnicGroup', 'nativePlace', 'maritalStatus', 'education'] as const),
  ...(['politicalStatus', 'occupation', 'employer', 'address', 'registeredAddress', 'livesWhereRegistered', 'householdNumber'] as const),
  ...(['relationToHead', 'dwelling', 'inflowReason', 'disabilityCard', 'disabilityClass', 'disabilityGrade'] as const),
  ...(['allowanceNumber', 'allowanceYuan', 'childrenWhereabouts', 'difficulties'] as const),
] as const satisfies readonly (keyof ResidentFile)[];
export type OptionalField = (typeof OPTIONAL_FIELDS)[number];

/** A file as it is kept: sealed as one, with what is shown of it beside it, so that showing that needs no key. */
export interface SealedFile {
  readonly file: string | null;
  readonly nameMasked: string | null;
  readonly idNumberMasked: string | null;
  readonly phoneMasked: string | null;
  /** Keyed hashes to find by; nothing else of a file is found by what it says. */
  readonly phoneIndex: string | null;
}

/** 已清除: nothing is kept of it. */
export const NO_FILE: SealedFile = { file: null, nameMasked: null, idNumberMasked: null, phoneMasked: null, phoneIndex: null };

/** The keys that a file is kept and found by. */
export interface FileKeys {
  readonly ring: KeyRing;
  readonly index: BlindIndex;
}

const contextOf = (residentId: string): string => `${residentId}/file`;

/** What is kept of a file. */
export function sealFile(residentId: string, file: ResidentFile, { ring, index }: FileKeys): SealedFile {
  const phone = file.phone === undefined ? undefined : readPhone(file.phone);
  return {
    file: ring.encrypt(JSON.stringify(file), contextOf(residentId)),
    nameMasked: maskName(file.name),
    idNumberMasked: file.idNumber === undefined ? null : maskIdNumber({ number: file.idNumber }),
    phoneMasked: phone === undefined ? null : maskPhone(phone),
    phoneIndex: phone === undefined ? null : index.ofPhone(phone),
  };
}

/** A file in plain; undefined when it is gone. Callers that show it write an access record in the same transaction. */
export const openFile = (residentId: string, file: string | null, { ring }: Pick<FileKeys, 'ring'>): ResidentFile | undefined =>
  file === null ? undefined : (JSON.parse(ring.decrypt(file, contextOf(residentId))) as ResidentFile);

/** What an identity number is found by; null where there is none. */
export const idIndexOf = ({ idNumber }: Pick<ResidentFile, 'idNumber'>, { index }: Pick<FileKeys, 'index'>): string | null =>
  idNumber === undefined ? null : index.ofIdNumber({ number: idNumber });

/** 证件号码推定: sex and birthday are those of the identity number where there is one. */
export function withIdFacts(file: ResidentFile): ResidentFile {
  const known = file.idNumber === undefined ? undefined : parseIdNumber(file.idNumber);
  return known ? { ...file, sex: known.sex === 'male' ? '1' : '2', bornOn: known.bornOn } : file;
}

/** The first field that the identity number says otherwise of. */
export function contradictedBy(file: ResidentFile): 'sex' | 'bornOn' | undefined {
  const told = withIdFacts(file);
  if (file.bornOn !== undefined && file.bornOn !== told.bornOn) return 'bornOn';
  return file.sex !== undefined && isSaid(file.sex) && file.sex !== told.sex ? 'sex' : undefined;
}

const isSaid = (sex: Sex): boolean => sex === '1' || sex === '2';

/** 更正: with what is said now, and without what is to be left out. A field that is there and undefined, as of a body that does not name it, says nothing. */
export function corrected(file: ResidentFile, said: Partial<ResidentFile>, leaveOut: readonly OptionalField[]): ResidentFile {
  const isSaid = ([, value]: readonly [string, unknown]) => value !== undefined;
  const kept = [...Object.entries(file), ...Object.entries(said).filter(isSaid)].filter(
    ([name]) => !(leaveOut as readonly string[]).includes(name),
  );
  return { ...Object.fromEntries(kept), name: said.name ?? file.name };
}

/** 合并: what the main file does not say, it takes from the other. */
export const complementedBy = (main: ResidentFile, other: ResidentFile): ResidentFile => ({ ...other, ...main });
