import { Injectable } from '@nestjs/common';
import { type Actor, isAreaCode, newId, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor, type Tx } from '@zero-distance/messaging';
import { assertWithinArea } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { RegisterSnapshot } from '../register/register.js';
import { Registers } from '../register/register.service.js';
import { markChanged } from '../register/register.store.js';
import type { MatchDto, ResponsibilityDto, ResponsibilityInput } from './responsibility.dto.js';
import { ResponsibilityEntity } from './responsibility.entity.js';
import { explainEntry, type Responsibility } from './responsibility.js';

const CHANGED_MEANWHILE = { responsibility_code_version_key: refuse('register.changed_meanwhile') };

/** 职责清单: who answers for what, where. */
@Injectable()
export class ResponsibilityService {
  constructor(
    private readonly transactor: Transactor,
    private readonly registers: Registers,
  ) {}

  /** Begins a new version of an entry and ends what it replaces at the moment the new one begins. */
  async put(actor: Actor, code: string, input: ResponsibilityInput, version?: number): Promise<ResponsibilityDto> {
    assertWithinArea(actor, input.areaPrefix);
    await this.registers.refresh(); // an organisation registered at another replica a moment ago is known here
    const organisations = this.registers.current;
    const answer = await this.transactor.transact(actor, async (tx) => {
      const [latest] = await tx.query<Responsibility>(
        `select ${tx.columns(ResponsibilityEntity)} from responsibility where code = $1 order by version desc limit 1`,
        [code],
      );
      expectVersion(latest?.version ?? 0, version);
      const next = entryOf(organisations, code, (latest?.version ?? 0) + 1, input, tx.now);
      if (latest && isSame(latest, next, input)) return toDto(organisations, latest);
      await refuseDuplicate(tx, next);
      tx.write(
        'update responsibility set effective_to = greatest(effective_from, $2) where code = $1 and (effective_to is null or effective_to > $2)',
        [code, next.effectiveFrom],
        'any',
      );
      tx.insert(
        ResponsibilityEntity,
        { ...next, coOrganisationIds: [...next.coOrganisationIds], setBy: actor.id, setAt: tx.now },
        CHANGED_MEANWHILE,
      );
      markChanged(tx);
      return toDto(organisations, next);
    });
    await this.registers.refresh();
    return answer;
  }

  list(): ResponsibilityDto[] {
    const { current } = this.registers;
    return current.responsibilities.entries.map((entry) => toDto(current, entry));
  }

  /** Which entry a matter would be routed by now, and why not by the others. */
  match(categoryCode: string, areaCode: string): MatchDto {
    const { current } = this.registers;
    const covering = current.responsibilities.covering(categoryCode, areaCode, new Date());
    const [followed] = covering;
    if (!followed) return { considered: [] };
    const considered = covering.map((entry) => ({ ...toDto(current, entry), ...explainEntry(entry, followed) }));
    return { followed: toDto(current, followed), considered };
  }
}

function entryOf(organisations: RegisterSnapshot, code: string, version: number, input: ResponsibilityInput, now: Date): Responsibility {
  const { categoryPrefix, areaPrefix } = input;
  if (areaPrefix !== '' && !isAreaCode(areaPrefix)) throw refuse('area.invalid', { code: areaPrefix }, '/areaPrefix');
  const { lead, coHandlers } = unwrap(organisations.assignment(input.leadOrganisation, input.coOrganisations));
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

/** Putting what is in force already changes nothing; an entry without a stated beginning is in force since whenever. */
function isSame(latest: Responsibility, next: Responsibility, input: ResponsibilityInput): boolean {
  const text = ({ categoryPrefix, areaPrefix, leadOrganisationId, coOrganisationIds, effectiveTo, note }: Responsibility) =>
    JSON.stringify([categoryPrefix, areaPrefix, leadOrganisationId, coOrganisationIds, effectiveTo, note]);
  const sameBeginning = input.effectiveFrom
    ? latest.effectiveFrom.getTime() === next.effectiveFrom.getTime()
    : latest.effectiveFrom <= next.effectiveFrom;
  return sameBeginning && text(latest) === text(next);
}

async function refuseDuplicate(tx: Tx, next: Responsibility): Promise<void> {
  const [other] = await tx.query<{ code: string }>(
    `select code from responsibility where category_prefix = $1 and area_prefix = $2 and code <> $3 and effective_to is distinct from effective_from
       and (effective_to is null or effective_to > $4) and ($5::timestamptz is null or effective_from < $5) limit 1`,
    [next.categoryPrefix, next.areaPrefix, next.code, next.effectiveFrom, next.effectiveTo],
  );
  if (other) throw refuse('responsibility.duplicate', { code: other.code });
}

function toDto(organisations: RegisterSnapshot, entry: Responsibility): ResponsibilityDto {
  const codeOf = (id: string) => organisations.organisationById(id).code;
  return {
    id: entry.id,
    code: entry.code,
    version: entry.version,
    categoryPrefix: entry.categoryPrefix,
    areaPrefix: entry.areaPrefix,
    leadOrganisation: codeOf(entry.leadOrganisationId),
    coOrganisations: entry.coOrganisationIds.map(codeOf),
    effectiveFrom: entry.effectiveFrom.toISOString(),
    effectiveTo: entry.effectiveTo?.toISOString(),
    note: entry.note ?? undefined,
  };
}
