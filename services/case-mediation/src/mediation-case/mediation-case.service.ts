import { Injectable, type StreamableFile } from '@nestjs/common';
import { type DocumentFormat, Documents } from '@zero-distance/documents';
import { type Actor, unwrap, withChanges } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, MatterTexts, mapPage, nameInRegister, type Page, readPolicies } from '@zero-distance/platform';
import type { AgreeInput } from '../agreement/agreement.dto.js';
import { AgreementEntity } from '../agreement/agreement.entity.js';
import { makeAgreement } from '../agreement/agreement.js';
import { refuse } from '../errors.js';
import { FILES } from '../file/file.store.js';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { assignMediator } from '../mediator/mediator.js';
import { POLICIES } from '../policy/policy.js';
import type { HoldSessionInput, SessionDto } from '../session/session.dto.js';
import { SessionEntity } from '../session/session.entity.js';
import { holdSession } from '../session/session.js';
import { sessionsOf } from '../session/session.store.js';
import { toSessionDto } from '../session/session.view.js';
import { AGREEMENT_DOCUMENT, toAgreementDocument } from './agreement-document.view.js';
import type {
  AcceptInput,
  ApplyInput,
  AssignInput,
  CaseDetailDto,
  CaseDto,
  CaseQuery,
  DeclineInput,
  FailInput,
  TerminateInput,
} from './mediation-case.dto.js';
import { applyForCase, dueForAcceptance, type MediationCaseStep } from './mediation-case.js';
import { addSession, CASE_SEARCH, MEDIATION_CASES } from './mediation-case.store.js';
import type { MediationCaseAction } from './mediation-case.transitions.js';
import { toCaseDetailDto, toCaseDto, type View } from './mediation-case.view.js';
import { monthLimit } from './month-limit.js';
import { endWithReason, failMediation } from './outcome.js';

/** What people do with a case. What intake's events do to it is in mediation-case.reactions.ts. */
@Injectable()
export class MediationCaseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly texts: MatterTexts,
    private readonly documents: Documents,
  ) {}

  apply(actor: Actor, input: ApplyInput): Promise<CaseDto> {
    return this.transactor.transact(actor, async (tx) => {
      const applied = unwrap(applyForCase(input, actor.organisation?.id ?? null, tx.now));
      assertWithinArea(actor, applied.areaCode, '/areaCode');
      const policies = await readPolicies(tx, POLICIES);
      return toCaseDto(MEDIATION_CASES.insert(tx, dueForAcceptance(applied, policies['accept-limit'])), this.view(tx));
    });
  }

  list(actor: Actor, query: CaseQuery): Promise<Page<CaseDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await MEDIATION_CASES.list(tx, { ...query, q: await CASE_SEARCH.seek(tx, query.q) }), (found) =>
        toCaseDto(found, this.view(tx)),
      ),
    );
  }

  get(actor: Actor, id: string): Promise<CaseDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await MEDIATION_CASES.load(tx, id);
      const [matter, sessions, agreement, history, files] = await Promise.all([
        found.requestId === null ? null : this.texts.read(tx, found.requestId),
        sessionsOf(tx, id),
        tx.findOne(AgreementEntity, { caseId: id }),
        MEDIATION_CASES.history(tx, found),
        FILES.of(tx, 'case', [id]),
      ]);
      return toCaseDetailDto(found, { matter, sessions, agreement, history, files: files.get(id) ?? [] }, this.view(tx));
    });
  }

  /** 人民调解协议书 of a case whose parties have agreed in writing. */
  agreement(actor: Actor, id: string, format: DocumentFormat): Promise<StreamableFile> {
    return this.documents.fileOf(actor, { document: AGREEMENT_DOCUMENT, format, subject: id }, async (tx) => {
      const found = await MEDIATION_CASES.load(tx, id);
      const [agreement, mediator] = await Promise.all([
        tx.findOne(AgreementEntity, { caseId: id }),
        found.mediatorId === null ? undefined : tx.findOne(MediatorEntity, { id: found.mediatorId }),
      ]);
      if (agreement?.form !== 'written') throw refuse('agreement.not_written');
      return toAgreementDocument(found, agreement, mediator, await nameInRegister(tx, 'area', found.areaCode));
    });
  }

  accept(actor: Actor, id: string, { caseType, difficulty }: AcceptInput, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'accept', ifMatch, async (tx, step) => {
      const { months } = (await readPolicies(tx, POLICIES))['mediation-limit'];
      return withChanges(step, { caseType, difficulty, acceptedAt: tx.now, dueAt: monthLimit(tx.now, months) });
    });
  }

  assign(actor: Actor, id: string, { mediatorId, ...input }: AssignInput, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'assign', ifMatch, async (tx, step) => {
      await tx.execute('select from mediator where id = $1 for share', [mediatorId]); // who is being retired is assigned nothing more
      const mediator = await tx.findOne(MediatorEntity, { id: mediatorId });
      if (!mediator) throw refuse('mediator.unknown', { id: mediatorId }, '/mediatorId');
      return { ...withChanges(step, unwrap(assignMediator(step.before, mediator, input))), reason: input.reason };
    });
  }

  start(actor: Actor, id: string, input: HoldSessionInput, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'start', ifMatch, async (tx, step) => {
      const session = unwrap(holdSession(step.before, { ...input, heldAt: new Date(input.heldAt) }, tx.now));
      const minutes = await FILES.read(tx, input.files, 'minutes');
      tx.insert(SessionEntity, session);
      FILES.attach(tx, { kind: 'case', id }, minutes);
      return step;
    });
  }

  agree(actor: Actor, id: string, input: AgreeInput, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'agree', ifMatch, async (tx, step) => {
      const agreement = unwrap(makeAgreement(step.before, input, tx.now));
      const signed = await FILES.read(tx, input.files, 'agreement');
      tx.insert(AgreementEntity, agreement);
      FILES.attach(tx, { kind: 'case', id }, signed);
      return withChanges(step, { publicAnswer: input.publicAnswer, concludedAt: tx.now, dueAt: agreement.performBy });
    });
  }

  fail(actor: Actor, id: string, { publicAnswer }: FailInput, ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, 'fail', ifMatch, (tx, step) => withChanges(step, unwrap(failMediation(publicAnswer, tx.now))));
  }

  /** Without an outcome of the mediation, for a reason. */
  end(
    actor: Actor,
    id: string,
    action: 'decline' | 'terminate',
    { reasonCode, publicAnswer }: DeclineInput | TerminateInput,
    ifMatch?: number,
  ): Promise<CaseDto> {
    return this.act(actor, id, action, ifMatch, (tx, step) => ({
      ...withChanges(step, endWithReason(reasonCode, publicAnswer, tx.now)),
      reason: reasonCode,
    }));
  }

  /** A session after the first, which `start` records. It changes no state and is told to nobody: it is confidential. */
  recordSession(actor: Actor, id: string, input: HoldSessionInput): Promise<SessionDto> {
    return this.transactor.transact(actor, async (tx) => {
      const current = await MEDIATION_CASES.load(tx, id);
      if (current.state !== 'mediating') throw refuse('session.not_mediating', { state: current.state });
      const session = unwrap(holdSession(current, { ...input, heldAt: new Date(input.heldAt) }, tx.now));
      const minutes = await FILES.read(tx, input.files, 'minutes');
      addSession(tx, current, session);
      FILES.attach(tx, { kind: 'case', id }, minutes);
      return toSessionDto(session);
    });
  }

  /** Whether the parties did what they agreed on. */
  settle(actor: Actor, id: string, action: 'perform' | 'breach', ifMatch?: number): Promise<CaseDto> {
    return this.act(actor, id, action, ifMatch, (_tx, step) => step);
  }

  private view({ actor, now }: ReadTx): View {
    return { actor, now, texts: this.texts };
  }

  /** @param complete adds what the action changes besides the state, or refuses: asked only when the state table allows the action */
  private act(
    actor: Actor,
    id: string,
    action: MediationCaseAction,
    ifMatch: number | undefined,
    complete: (tx: Tx, step: MediationCaseStep) => MediationCaseStep | Promise<MediationCaseStep>,
  ): Promise<CaseDto> {
    return this.transactor.transact(actor, async (tx) => {
      const step = MEDIATION_CASES.step(tx, await MEDIATION_CASES.load(tx, id, ifMatch), action);
      return toCaseDto(MEDIATION_CASES.save(tx, await complete(tx, step)), this.view(tx));
    });
  }
}
