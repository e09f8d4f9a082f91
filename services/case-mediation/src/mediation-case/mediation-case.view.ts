import type { FileDto } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, type MatterTextDto, type MatterTexts, toHistoryLine } from '@zero-distance/platform';
import type { Agreement } from '../agreement/agreement.js';
import { toAgreementDto } from '../agreement/agreement.view.js';
import type { Session } from '../session/session.js';
import { toSessionDto } from '../session/session.view.js';
import type { CaseDetailDto, CaseDto } from './mediation-case.dto.js';
import { isOverdue, type MediationCase } from './mediation-case.js';
import { MEDIATION_CASE_TRANSITIONS, type MediationCaseState } from './mediation-case.transitions.js';

/** To whom a case is shown, and when. */
export interface View {
  readonly actor: Actor;
  readonly texts: MatterTexts;
  readonly now: Date;
}

/** What the caller sees of a case, and may do with it. */
export function toCaseDto(found: MediationCase, { actor, now, texts }: View): CaseDto {
  const { recusedMediatorIds, appliedBy, barredOrganisationIds, barredAccountIds, sealedTitle, matterErasedAt, ...shown } = found;
  const { amount, appliedAt, acceptedAt, dueAt, concludedAt, dossierErasedAt, ...plain } = shown;
  return {
    ...plain,
    title: texts.title(found.requestId, sealedTitle),
    source: found.requestId === null ? 'application' : 'referral',
    amount: amount === null ? null : Number(amount),
    appliedAt: appliedAt.toISOString(),
    acceptedAt: iso(acceptedAt),
    dueAt: iso(dueAt),
    concludedAt: iso(concludedAt),
    dossierErasedAt: iso(dossierErasedAt),
    overdue: isOverdue(found, now),
    actions: MEDIATION_CASE_TRANSITIONS.allowed(found.state, actor, undefined),
  };
}

/** What belongs to a case. */
interface Parts {
  readonly matter: MatterTextDto | null;
  readonly sessions: readonly Session[];
  readonly agreement: Agreement | undefined;
  readonly history: readonly HistoryEntity<MediationCaseState>[];
  readonly files: readonly FileDto[];
}

/** A case with everything that belongs to it. */
export const toCaseDetailDto = (
  found: MediationCase,
  { matter, sessions, agreement, history, files }: Parts,
  view: View,
): CaseDetailDto => ({
  ...toCaseDto(found, view),
  matter,
  sessions: sessions.map(toSessionDto),
  agreement: agreement ? toAgreementDto(agreement) : null,
  files,
  history: history.map(toHistoryLine),
});

const iso = (time: Date | null): string | null => time?.toISOString() ?? null;
