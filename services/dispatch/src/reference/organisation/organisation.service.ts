import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, type ChangesQuery, mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { isGrassroots, type Organisation } from '../organisation.js';
import { ReferenceData } from '../reference.service.js';
import { lockRegisters } from '../reference.store.js';
import type { OrganisationDto, OrganisationInput } from './organisation.dto.js';
import { belongsTo, ORGANISATIONS } from './organisation.store.js';
import { toOrganisationDto } from './organisation.view.js';

/** Who can be given work. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** Registers an organisation or changes it; putting what is already there changes nothing and tells nobody. */
  async put(actor: Actor, code: string, input: OrganisationInput, ifMatch?: number): Promise<OrganisationDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { row } = await this.transactor.transact(actor, async (tx) => {
      const known = await ORGANISATIONS.find(tx, code);
      const facts = factsOf(known, input);
      return ORGANISATIONS.put(tx, code, facts, ifMatch, (_, before) => assertMayChange(tx, code, facts, before));
    });
    await this.transactor.whenCommitted(this.reference.refresh);
    return toOrganisationDto(row);
  }

  /**
   * 撤销: it is no more from now on, and another does its work. Nothing new is routed to it; what it has open goes over a moment later, order by order
   * (`HandOverService`). Throws 403 when it or its successor lies outside the caller's area.
   */
  async retire(actor: Actor, code: string, successor: string, ifMatch?: number): Promise<OrganisationDto> {
    const { row } = await this.transactor.transact(actor, async (tx) => {
      await lockRegisters(tx);
      const known = await ORGANISATIONS.find(tx, code);
      if (!known) throw refuse('organisation.not_found', { code });
      await assertMayTakeOver(tx, known, successor);
      const { id: _, code: __, version: ___, ...facts } = known;
      return ORGANISATIONS.put(tx, code, { ...facts, retiredAt: tx.now, successorOrganisation: successor }, ifMatch);
    });
    await this.transactor.whenCommitted(this.reference.refresh);
    return toOrganisationDto(row);
  }

  /** By code, wherever they are: names and codes of public bodies are no secret. */
  list(actor: Actor, query: ChangesQuery): Promise<Page<OrganisationDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await ORGANISATIONS.list(tx, query), toOrganisationDto));
  }
}

type Facts = Omit<Organisation, 'id' | 'code' | 'version'>;

/** What a PUT says, with what it does not say: whether the organisation is in being. */
const factsOf = (known: Organisation | undefined, { name, kind, areaCode, parentOrganisation }: OrganisationInput): Facts => ({
  name,
  kind,
  areaCode,
  parentOrganisation: parentOrganisation ?? null,
  retiredAt: known?.retiredAt ?? null,
  successorOrganisation: known?.successorOrganisation ?? null,
});

async function assertMayChange(tx: Tx, code: string, facts: Facts, before: Organisation | undefined): Promise<void> {
  if (before) assertWithinArea(tx.actor, before.areaCode, 'code');
  if (before?.successorOrganisation && !isSame(before, facts))
    throw refuse('organisation.retired', { code, successor: before.successorOrganisation });
  const { parentOrganisation } = facts;
  if (parentOrganisation === null || parentOrganisation === (before?.parentOrganisation ?? null)) return;
  await lockRegisters(tx);
  const parent = await ORGANISATIONS.find(tx, parentOrganisation);
  if (!parent) throw refuse('organisation.unknown', { code: parentOrganisation }, '/parentOrganisation');
  if (parent.successorOrganisation)
    throw refuse('organisation.retired', { code: parentOrganisation, successor: parent.successorOrganisation }, '/parentOrganisation');
  if (await belongsTo(tx, parentOrganisation, code))
    throw refuse('organisation.parent_below', { code, parent: parentOrganisation }, '/parentOrganisation');
}

const isSame = (before: Organisation, { name, kind, areaCode, parentOrganisation }: Facts): boolean =>
  before.name === name && before.kind === kind && before.areaCode === areaCode && before.parentOrganisation === parentOrganisation;

async function assertMayTakeOver(tx: Tx, retiring: Organisation, code: string): Promise<void> {
  assertWithinArea(tx.actor, retiring.areaCode, 'code');
  const { successorOrganisation } = retiring;
  if (successorOrganisation) throw refuse('organisation.retired', { code: retiring.code, successor: successorOrganisation });
  if (code === retiring.code) throw refuse('organisation.successor_itself', {}, '/successorOrganisation');
  const successor = await ORGANISATIONS.find(tx, code);
  if (!successor) throw refuse('organisation.unknown', { code }, '/successorOrganisation');
  assertWithinArea(tx.actor, successor.areaCode, '/successorOrganisation');
  if (successor.successorOrganisation)
    throw refuse('organisation.retired', { code, successor: successor.successorOrganisation }, '/successorOrganisation');
  if (isGrassroots(successor) && !isGrassroots(retiring))
    throw refuse('organisation.successor_below', { successor: code }, '/successorOrganisation');
}
