import { yearsAfter } from '@zero-distance/calendar';
import type { MediationCase } from './mediation-case.js';

/** The policies that say how long the words of a dossier 卷宗 are kept. */
interface DossierPolicies {
  readonly 'dossier-years': number;
  readonly 'erased-dossier-years': number;
}

/** For how many years after the outcome: of a case whose request was erased for no longer than of any other. */
export const dossierYears = (policies: DossierPolicies, isMatterErased: boolean): number =>
  isMatterErased ? Math.min(policies['erased-dossier-years'], policies['dossier-years']) : policies['dossier-years'];

/** Until when the words of a case's dossier are kept: so many years after its outcome, or from now on while it has none. */
export const dossierUntil = ({ concludedAt }: Pick<MediationCase, 'concludedAt'>, years: number, now: Date): Date =>
  yearsAfter(concludedAt ?? now, years);
