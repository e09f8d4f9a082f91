import { type BlindIndex, type KeyRing, maskIdNumber } from '@zero-distance/personal-data';
import { maskName, maskPhone, readPhone } from '@zero-distance/personal-data/phones';

/** 申请人, in plain: somebody who is not on the register of residents. */
export interface Applicant {
  readonly name: string;
  readonly idNumber?: string;
  readonly phone?: string;
}

/** An applicant as kept: sealed as one, with what is shown of it beside it, so that showing that needs no key. */
export interface SealedApplicant {
  readonly applicant: string | null;
  readonly applicantName: string | null;
  readonly applicantIdNumber: string | null;
  readonly applicantPhone: string | null;
  /** Keyed hash of the number, by which it is found; null without a number. */
  readonly applicantPhoneIndex: string | null;
  /** Keyed hash of the identity number, by which the same person is known; null without one. */
  readonly applicantIdIndex: string | null;
  /** Keyed hash of the whole name with the telephone, likewise. */
  readonly applicantPersonIndex: string | null;
}

/** The keys that an applicant is sealed and found by. */
export interface ApplicantKeys {
  readonly ring: KeyRing;
  readonly index: BlindIndex;
}

/** Of a resident of the register, whose file has it all, and of who was erased. */
export const NO_APPLICANT: SealedApplicant = {
  ...{ applicant: null, applicantName: null, applicantIdNumber: null, applicantPhone: null },
  ...{ applicantPhoneIndex: null, applicantIdIndex: null, applicantPersonIndex: null },
};

/** In any spelling of the name. */
const personOf = (name: string, dialled: string): string => `applicant ${dialled} ${name.normalize('NFKC').replaceAll(/\s/g, '')}`;

const contextOf = (caseId: string): string => `${caseId}/applicant`;

export function sealApplicant(caseId: string, applicant: Applicant, { ring, index }: ApplicantKeys): SealedApplicant {
  const { name, idNumber, phone } = applicant;
  const read = phone === undefined ? undefined : readPhone(phone);
  return {
    applicant: ring.encrypt(JSON.stringify(applicant), contextOf(caseId)),
    applicantName: maskName(name),
    applicantIdNumber: idNumber === undefined ? null : maskIdNumber({ number: idNumber }),
    applicantPhone: read === undefined ? null : maskPhone(read),
    applicantPhoneIndex: read === undefined ? null : index.ofPhone(read),
    applicantIdIndex: idNumber === undefined ? null : index.ofIdNumber({ number: idNumber }),
    applicantPersonIndex: read === undefined ? null : index.of(personOf(name, read.dialled)),
  };
}

/** Callers that show it write an access record in the same transaction. */
export const openApplicant = (caseId: string, sealed: string | null, ring: KeyRing): Applicant | undefined =>
  sealed === null ? undefined : (JSON.parse(ring.decrypt(sealed, contextOf(caseId))) as Applicant);
