import { Injectable } from '@nestjs/common';
import { type Actor, DAY_MS, newId } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, Organisations, type Page, type PageQuery, readPolicies, type Target } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import type { CarePolicies } from '../../policy/care-policy.js';
import { POLICIES } from '../../policy/policy.js';
import { asRequestReader, REQUESTS } from '../../requests/request/request.store.js';
import type {
  AssignInput,
  ChangeRiskInput,
  HandedOverDto,
  HandOverInput,
  KeyPersonDetailDto,
  KeyPersonDto,
  KeyPersonQuery,
  RecordVisitInput,
  ReferInput,
  TransferInput,
  VisitDto,
  WhyInput,
} from './key-person.dto.js';
import { refuseKeyPerson } from './key-person.errors.js';
import { accepted, asked, changed, ended, type KeyPerson, unasked, visited } from './key-person.js';
import { insertVisit, KEY_PERSONS, takeTelling, VISITS, visitsOf } from './key-person.store.js';
import { toKeyPersonDetailDto, toKeyPersonDto, toVisitDto } from './key-person.view.js';
import { sealNote, type Visit } from './visit.js';

/** So many are handed over in one step. */
const HANDED_OVER_AT_ONCE = 100;

type Change = (found: KeyPerson, tx: Tx, policies: CarePolicies) => Promise<KeyPerson> | KeyPerson;

/** 重点服务对象: who looks after whom, and the visits. */
@Injectable()
export class KeyPersonService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
    private readonly personalData: PersonalData,
  ) {}

  list(actor: Actor, query: KeyPersonQuery): Promise<Page<KeyPersonDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await KEY_PERSONS.list(tx, query), (found) => toKeyPersonDto(found, tx)));
  }

  get(actor: Actor, id: string): Promise<KeyPersonDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await KEY_PERSONS.load(tx, id);
      const [history, visits] = await Promise.all([KEY_PERSONS.history(tx, found), visitsOf(tx, id)]);
      return toKeyPersonDetailDto(found, { history, visits }, tx);
    });
  }

  visits(actor: Actor, id: string, page: PageQuery): Promise<Page<VisitDto>> {
    return this.transactor.read(actor, async (tx) => {
      await KEY_PERSONS.load(tx, id);
      return mapPage(await VISITS.list(tx, { ...page, keyPersonId: id }), toVisitDto);
    });
  }

  /** 指派: to one worker, who has yet to accept. */
  assign(actor: Actor, target: Target, { workerId, organisationCode }: AssignInput): Promise<KeyPersonDto> {
    return this.act(actor, target, async (found, tx, policies) => {
      const whom = { offeredTo: workerId, offeredOrganisationId: await this.idOf(organisationCode) };
      return KEY_PERSONS.take(tx, found, 'assign', asked(found, whom, tx.now, policies));
    });
  }

  /** 移交: to another worker; who has them goes on until that one accepts. */
  transfer(actor: Actor, target: Target, { workerId, organisationCode, reason }: TransferInput): Promise<KeyPersonDto> {
    return this.act(actor, target, async (found, tx, policies) => {
      if (workerId === found.workerId) throw refuseKeyPerson('key_person.to_oneself', {}, '/workerId');
      const whom = { offeredTo: workerId, offeredOrganisationId: await this.idOf(organisationCode) };
      return KEY_PERSONS.take(tx, found, 'transfer', asked(found, whom, tx.now, policies), { reason });
    });
  }

  /** 整体移交: of a worker who leaves, each of whom they look after, as far as one step may; who has them goes on until the other accepts. */
  handOver(actor: Actor, { fromWorkerId, workerId, organisationCode, reason }: HandOverInput): Promise<HandedOverDto> {
    if (workerId === fromWorkerId) throw refuseKeyPerson('key_person.to_oneself', {}, '/workerId');
    return this.transactor.transact(actor, async (tx) => {
      const policies = await readPolicies(tx, POLICIES);
      const whom = { offeredTo: workerId, offeredOrganisationId: await this.idOf(organisationCode) };
      const { items, next } = await KEY_PERSONS.list(tx, { workerId: fromWorkerId, state: 'cared-for', limit: HANDED_OVER_AT_ONCE });
      if (items.length === 0) throw refuseKeyPerson('key_person.nobody_with_worker', {}, '/fromWorkerId');
      for (const found of items) KEY_PERSONS.take(tx, found, 'transfer', asked(found, whom, tx.now, policies), { reason });
      return { asked: items.length, more: next !== null };
    });
  }

  /** 转介: to another organisation, which gives them to one of its own once it has accepted. */
  refer(actor: Actor, target: Target, { organisationCode, reason }: ReferInput): Promise<KeyPersonDto> {
    return this.act(actor, target, async (found, tx, policies) => {
      const offeredOrganisationId = await this.idOf(organisationCode);
      if (offeredOrganisationId === found.organisationId) throw refuseKeyPerson('key_person.same_organisation', {}, '/organisationCode');
      return KEY_PERSONS.take(tx, found, 'refer', asked(found, { offeredTo: null, offeredOrganisationId }, tx.now, policies), { reason });
    });
  }

  accept(actor: Actor, target: Target): Promise<KeyPersonDto> {
    return this.act(actor, target, (found, tx) => KEY_PERSONS.take(tx, found, 'accept', accepted(found)));
  }

  refuse(actor: Actor, target: Target, { reason }: WhyInput): Promise<KeyPersonDto> {
    return this.act(actor, target, (found, tx) => KEY_PERSONS.take(tx, found, 'refuse', unasked(found), { reason }));
  }

  takeBack(actor: Actor, target: Target): Promise<KeyPersonDto> {
    return this.act(actor, target, (found, tx) => KEY_PERSONS.take(tx, found, 'take-back', unasked(found)));
  }

  changeRisk(actor: Actor, target: Target, { risk, reason }: ChangeRiskInput): Promise<KeyPersonDto> {
    return this.act(actor, target, (found, tx, policies) => {
      if (risk === found.risk) throw refuseKeyPerson('key_person.same_risk', {}, '/risk');
      const change = risk === 'high' ? { risk, changedAt: tx.now } : { risk };
      return KEY_PERSONS.take(tx, found, 'change-risk', changed(found, change, tx.now, policies), { reason });
    });
  }

  /** 重大变化: at high risk they are visited soon after. */
  reportChange(actor: Actor, target: Target, { reason }: WhyInput): Promise<KeyPersonDto> {
    return this.act(actor, target, (found, tx, policies) =>
      KEY_PERSONS.take(tx, found, 'report-change', changed(found, { changedAt: tx.now }, tx.now, policies), { reason }),
    );
  }

  /** 走访. */
  visit(actor: Actor, target: Target, input: RecordVisitInput): Promise<KeyPersonDto> {
    return this.act(actor, target, async (found, tx, policies) => {
      const visit = visitOf(found, input, tx, policies);
      if (input.requestId !== undefined) await this.seeRequest(actor, input.requestId);
      const after = takeTelling(tx, found, 'visit', visited(found, visit, policies));
      insertVisit(tx, { ...visit, note: sealNote(visit.id, input.note, this.personalData.ring) });
      return after;
    });
  }

  leave(actor: Actor, target: Target, { reason }: WhyInput): Promise<KeyPersonDto> {
    return this.act(actor, target, (found, tx) => KEY_PERSONS.take(tx, found, 'leave', ended('no-need'), { reason }));
  }

  /** Who may not see it where requests are read does not learn that there is one. Who looks after one person may see more requests than persons. */
  private seeRequest(actor: Actor, id: string): Promise<unknown> {
    return this.transactor.read(asRequestReader(actor), (tx) => REQUESTS.load(tx, id));
  }

  private async idOf(code: string | undefined): Promise<string | null> {
    if (code === undefined) return null;
    const found = await this.organisations.find(code);
    if (!found || found.successor) throw refuseKeyPerson('key_person.organisation_unknown', {}, '/organisationCode');
    return found.id;
  }

  private act(actor: Actor, { id, ifMatch }: Target, change: Change): Promise<KeyPersonDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [found, policies] = [await KEY_PERSONS.load(tx, id, ifMatch), await readPolicies(tx, POLICIES)];
      return toKeyPersonDto(await change(found, tx, policies), tx);
    });
  }
}

/** @throws where it lies ahead, or too far back */
function visitOf(found: KeyPerson, input: RecordVisitInput, { now, actor }: Tx, policies: CarePolicies): Visit {
  const { way, met, need = 'none', requestId } = input;
  if ((need === 'request') !== (requestId !== undefined)) throw refuseKeyPerson('key_person.request_wanted', {}, '/requestId');
  const at = input.at === undefined ? now : new Date(input.at);
  if (at > now) throw refuseKeyPerson('key_person.visit_to_come', { field: 'at' }, '/at');
  const days = policies['care-record-days'];
  const isOld = at.getTime() < now.getTime() - days * DAY_MS || at < found.enteredAt;
  if (isOld) throw refuseKeyPerson('key_person.visit_too_old', { field: 'at', days: String(days) }, '/at');
  const counts = met && policies['care-ways'][found.risk].includes(way);
  return {
    ...{ id: newId(now.getTime()), keyPersonId: found.id, enteredFor: found.enteredFor, at, way, met, risk: found.risk, counts, need },
    ...{ requestId: requestId ?? null, note: null, recordedBy: actor.id, recordedAt: now },
  };
}
