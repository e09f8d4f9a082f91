import { yearsAfter } from '@zero-distance/calendar';
import type { MediationCase } from './mediation-case.js';

/** Until when the words of a case's dossier 卷宗 are kept: so many years after its outcome, or from now on while it has none. */
export const dossierUntil = ({ concludedAt }: Pick<MediationCase, 'concludedAt'>, years: number, now: Date): Date =>
  yearsAfter(concludedAt ?? now, years);
