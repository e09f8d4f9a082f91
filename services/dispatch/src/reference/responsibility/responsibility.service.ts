import { Injectable } from '@nestjs/common';
import { type Actor, newId, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/persistence';
import { assertAreaInUse, assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import type { ReferenceSnapshot } from '../reference.js';
import { ReferenceData } from '../reference.service.js';
import { explainEntry, type Responsibility } from '../responsibility.js';
import type { MatchDto, ResponsibilityDto, ResponsibilityInput, ResponsibilityQuery } from './responsibility.dto.js';
import { duplicateOf, insertEntry, latestEntry, RESPONSIBILITIES } from './responsibility.store.js';
import { toDto } from './responsibility.view.js';

/** 职责清单: who answers for what, where. */
@Injectable()
export class ResponsibilityService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Begins a new version of an entry; what it replaces ends when the new one begins. Putting what is there already changes nothing.
   * Throws 403 when the entry is, or would be, for more than the caller's area.
   */
  async put(actor: Actor, code: string, input: ResponsibilityInput, ifMatch?: number): Promise<ResponsibilityDto> {
    assertWithinArea(actor, input.areaPrefix, '/areaPrefix');
    await this.reference.refresh(); // an organisation registered at another replica a moment ago is known here
    const organisations = this.reference.current;
    const answer = await this.transactor.transact(actor, async (tx) => {
      const latest = await latestEntry(tx, code);
      if (latest) assertWithinArea(actor, latest.areaPrefix, 'code');
      expectVersion(latest?.version ?? 0, ifMatch);
      const next = entryOf(organisations, code, (latest?.version ?? 0) + 1, input, tx.now);
      if (latest && isSame(latest, next, input)) return toDto(organisations, latest);
      if (next.areaPrefix !== latest?.areaPrefix) await assertAreaInUse(tx, 'dispatch', next.areaPrefix, '/areaPrefix');
      unwrap(organisations.assignment(input.leadOrganisation, input.coOrganisations));
      const duplicate = await duplicateOf(tx, next);
      if (duplicate !== undefined) throw refuse('responsibility.duplicate', { code: duplicate });
      insertEntry(tx, next);
      return toDto(organisations, next);
    });
    await this.transactor.whenCommitted(this.reference.refresh);
    return answer;
  }

  /** The entries in force or about to be; of what has changed also those that have ended. */
  async list(actor: Actor, query: ResponsibilityQuery): Promise<Page<ResponsibilityDto>> {
    const page = await this.transactor.read(actor, (tx) => RESPONSIBILITIES.list(tx, query));
    await this.reference.refresh(); // an entry may name an organisation that another replica registered a moment ago
    const organisations = this.reference.current;
    return mapPage(page, (entry) => toDto(organisations, entry));
  }

  /** Which entry a matter would be routed by now, and why not by the others. */
  match(categoryCode: string, areaCode: string): MatchDto {
    const { current } = this.reference;
    const covering = current.responsibilities.covering(categoryCode, areaCode, new Date());
    const [followed] = covering;
    if (!followed) return { followed: null, considered: [] };
    const considered = covering.map((entry) => ({ ...toDto(current, entry), ...explainEntry(entry, followed) }));
    return { followed: toDto(current, followed), considered };
  }
}

function entryOf(organisations: ReferenceSnapshot, code: string, version: number, input: ResponsibilityInput, now: Date): Responsibility {
  const { categoryPrefix, areaPrefix } = input;
  const { lead, coHandlers } = unwrap(organisations.named(input.leadOrganisation, input.coOrganisations));
  const effectiveFrom = input.effectiveFrom ? new Date(input.effectiveFrom) : now;
  const effectiveTo = input.effectiveTo ? new Date(input.effectiveTo) : null;
  if (effectiveTo && effectiveTo <= effectiveFrom) throw refuse('responsibility.period_empty', {}, '/effectiveTo');
  const [leadOrganisationId, coOrganisationIds] = [lead.id, coHandlers.map(({ id }) => id)];
  const note = input.note ?? null;
  return {
    id: newId(),
    code,
    version,
    categoryPrefix,
    areaPrefix,
    leadOrganisationId,
    coOrganisationIds,
    effectiveFrom,
    effectiveTo,
    note,
  };
}

/**
 * Putting what is in force already changes nothing; an entry without a stated beginning is in force since whenever. Beginnings are compared by the
 * second, which is all that a spreadsheet keeps of a time: an exported list comes back unchanged.
 */
function isSame(latest: Responsibility, next: Responsibility, input: ResponsibilityInput): boolean {
  const text = ({ categoryPrefix, areaPrefix, leadOrganisationId, coOrganisationIds, effectiveTo, note }: Responsibility) =>
    JSON.stringify([categoryPrefix, areaPrefix, leadOrganisationId, coOrganisationIds, effectiveTo, note]);
  const sameBeginning = input.effectiveFrom
    ? secondOf(latest.effectiveFrom) === secondOf(next.effectiveFrom)
    : latest.effectiveFrom <= next.effectiveFrom;
  return sameBeginning && text(latest) === text(next);
}

const secondOf = (moment: Date): number => Math.floor(moment.getTime() / 1000);
