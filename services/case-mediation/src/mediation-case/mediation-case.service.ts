import { Injectable } from '@nestjs/common';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, decodeCursor, encodeCursor, Organisations, type Page, readPolicies, toPage } from '@zero-distance/platform';
import type { AgreeDto } from '../agreement/agreement.dto.js';
import { AgreementEntity } from '../agreement/agreement.entity.js';
import { makeAgreement } from '../agreement/agreement.js';
import { refuse } from '../errors.js';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { assignMediator } from '../mediator/mediator.js';
import { POLICIES } from '../policy/policy.js';
import type { HoldSessionDto } from '../session/session.dto.js';
import { SessionEntity } from '../session/session.entity.js';
import { holdSession } from '../session/session.js';
import { sessionsOf } from '../session/session.store.js';
import { type CaseDetailDto, type CaseDto, toCaseDetailDto, toCaseDto } from './case-answer.dto.js';
import type { AcceptDto, ApplyDto, AssignDto, CaseQuery, DeclineDto, FailDto, TerminateDto } from './mediation-case.dto.js';
import { applyForCase, type CaseStep, dueForAcceptance } from './mediation-case.js';
import { addCase, historyOf, listCases, loadCase, loadStep, saveStep } from './mediation-case.store.js';
import type { CaseAction } from './mediation-case.transitions.js';
import { monthLimit } from './month-limit.js';
import { endWithReason, failMediation } from './outcome.js';

/** What people do with a case. What intake's events do to it is in referral.service.ts. */
@Injectable()
export class MediationCaseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  async apply(actor: Actor, input: ApplyDto): Promise<CaseDto> {
    const applicant = actor.org === undefined ? undefined : await this.organisations.find(actor.org);
    return this.transactor.transact(actor, async (tx) => {
      const applied = unwrap(applyForCase(input, applicant?.id ?? null, tx.now));
      assertWithinArea(actor, applied.areaCode);
      const policies = await readPolicies(tx, POLICIES);
      return toCaseDto(addCase(tx, dueForAcceptance(applied, policies['accept-limit'])), tx);
    });
  }

  async list(actor: Actor, { cursor, limit, ...filter }: CaseQuery): Promise<Page<CaseDto>> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [];
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const rows = await listCases(tx, reach, { ...filter, before, limit: limit + 1 });
      return toPage(
        rows,
        limit,
        (row) => toCaseDto(row, tx),
        (row) => encodeCursor(row.id),
      );
    });
  }

  async get(actor: Actor, id: string): Promise<CaseDetailDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const found = await loadCase(tx, reach, id);
      const [sessions, agreement, history] = await Promise.all([
        sessionsOf(tx, id),
        tx.findOne(AgreementEntity, { caseId: id }),
        historyOf(tx, id),
      ]);
      return toCaseDetailDto(found, { sessions, agreement, history }, tx);
    });
  }

  accept(actor: Actor, id: string, { caseType, difficulty }: AcceptDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'accept', ifMatch, async (tx, step) => {
      const { months } = (await readPolicies(tx, POLICIES))['mediation-limit'];
      const changes = { caseType, difficulty, acceptedAt: tx.now, dueAt: monthLimit(tx.now, months) };
      return toCaseDto(saveStep(tx, step, changes), tx);
    });
  }

  decline(actor: Actor, id: string, { reasonCode, publicAnswer }: DeclineDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'decline', ifMatch, (tx, step) => {
      return toCaseDto(saveStep(tx, step, endWithReason(reasonCode, publicAnswer, tx.now), reasonCode), tx);
    });
  }

  assign(actor: Actor, id: string, { mediatorId, ...input }: AssignDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'assign', ifMatch, async (tx, step) => {
      const mediator = await tx.findOne(MediatorEntity, { id: mediatorId });
      if (!mediator) throw refuse('mediator.unknown', { id: mediatorId }, '/mediatorId');
      return toCaseDto(saveStep(tx, step, unwrap(assignMediator(step.before, mediator, input)), input.reason), tx);
    });
  }

  start(actor: Actor, id: string, input: HoldSessionDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'start', ifMatch, (tx, step) => {
      tx.insert(SessionEntity, unwrap(holdSession(step.before, { ...input, heldAt: new Date(input.heldAt) }, tx.now)));
      return toCaseDto(saveStep(tx, step), tx);
    });
  }

  agree(actor: Actor, id: string, input: AgreeDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'agree', ifMatch, (tx, step) => {
      const agreement = unwrap(makeAgreement(step.before, input, tx.now));
      tx.insert(AgreementEntity, agreement);
      const changes = { publicAnswer: input.publicAnswer, concludedAt: tx.now, dueAt: agreement.performBy };
      return toCaseDto(saveStep(tx, step, changes), tx);
    });
  }

  fail(actor: Actor, id: string, { publicAnswer }: FailDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'fail', ifMatch, (tx, step) => {
      return toCaseDto(saveStep(tx, step, unwrap(failMediation(publicAnswer, tx.now))), tx);
    });
  }

  terminate(actor: Actor, id: string, { reasonCode, publicAnswer }: TerminateDto, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'terminate', ifMatch, (tx, step) => {
      return toCaseDto(saveStep(tx, step, endWithReason(reasonCode, publicAnswer, tx.now), reasonCode), tx);
    });
  }

  /** Whether the parties did what they agreed on. */
  settle(actor: Actor, id: string, action: 'perform' | 'breach', ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, action, ifMatch, (tx, step) => toCaseDto(saveStep(tx, step), tx));
  }

  private async act(
    actor: Actor,
    id: string,
    action: CaseAction,
    ifMatch: number | undefined,
    take: (tx: Tx, step: CaseStep) => CaseDto | Promise<CaseDto>,
  ): Promise<CaseDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.transact(actor, async (tx) => take(tx, await loadStep(tx, reach, id, action, ifMatch)));
  }
}
