import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor, areaKind, parentArea } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { AreasInUse, assertAreaInUse, assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import type { AreaDto, AreaQuery, RegisterAreaInput } from './area.dto.js';
import type { AreaEntity } from './area.entity.js';
import { refuseArea } from './area.errors.js';
import { AREAS, partInUse } from './area.store.js';
import { toAreaDto } from './area.view.js';

/** The register of areas. Intake owns it and tells the others by event. */
@Injectable()
export class AreaService {
  constructor(
    private readonly transactor: Transactor,
    private readonly inUse: AreasInUse,
  ) {}

  /** Registers an area or changes the one with this code. Loading the same table twice is not a change and tells nobody. */
  register(actor: Actor, code: string, input: RegisterAreaInput, ifMatch?: number): Promise<AreaDto> {
    assertWithinArea(actor, code, 'code');
    checkKind(code, input.kind);
    const { name, kind, edition, comparisonType = null } = input;
    return this.transactor.transact(actor, async (tx) => {
      const known = await AREAS.find(tx, code);
      await needParent(tx, code, known);
      const kept = { retiredAt: known?.retiredAt ?? null, successorArea: known?.successorArea ?? null };
      const { row } = await AREAS.put(tx, code, { name, kind, edition, comparisonType, ...kept }, ifMatch, (put, before) => {
        if (before && !isDeepStrictEqual({ ...before }, { ...put, version: before.version })) assertInUse(before);
      });
      return toAreaDto(row);
    });
  }

  /**
   * 撤并: nothing new is taken in there, and requests that are open there go on in the successor (`requests/area-succession`). What is over keeps the old code; what
   * lies below is retired first.
   * Throws 403 when it or the area that it goes into lies outside the caller's area.
   */
  async retire(actor: Actor, code: string, successorArea: string, ifMatch?: number): Promise<AreaDto> {
    assertWithinArea(actor, code, 'code');
    assertWithinArea(actor, successorArea, '/successorArea');
    const answer = await this.transactor.transact(actor, async (tx) => {
      await tx.execute('select from area where code in ($1, $2) order by code for update', [code, successorArea]);
      const [known, successor, part] = await Promise.all([AREAS.find(tx, code), AREAS.find(tx, successorArea), partInUse(tx, code)]);
      if (!known) throw refuseArea('area.not_found', { code }, 'code');
      assertInUse(known);
      if (!successor || code === successorArea || code.length !== successorArea.length)
        throw refuseArea('area.successor_wanted', {}, '/successorArea');
      assertInUse(successor, '/successorArea');
      if (part !== undefined) throw refuseArea('area.has_parts', { within: part }, 'code');
      const { id: _, code: __, version: ___, ...facts } = known;
      return toAreaDto((await AREAS.put(tx, code, { ...facts, retiredAt: tx.now, successorArea }, ifMatch)).row);
    });
    await this.transactor.whenCommitted(this.inUse.refresh);
    return answer;
  }

  get(actor: Actor, code: string): Promise<AreaDto> {
    return this.transactor.read(actor, async (tx) => toAreaDto(await AREAS.load(tx, code)));
  }

  list(actor: Actor, query: AreaQuery): Promise<Page<AreaDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await AREAS.list(tx, query), toAreaDto));
  }
}

/** The code itself says what the area is. */
function checkKind(code: string, kind: string): void {
  const coded = areaKind(code);
  if (!coded) throw refuseArea('area.code_invalid', { code }, 'code');
  if (kind !== coded) throw refuseArea('area.kind_differs', { code, kind, coded }, '/kind');
}

/** Nothing new begins below an area that is no more. */
async function needParent(tx: Tx, code: string, known: AreaEntity | undefined): Promise<void> {
  const parent = parentArea(code);
  if (!parent) return;
  if (!(await AREAS.find(tx, parent))) throw refuseArea('area.parent_unknown', { parent }, 'code');
  if (!known) await assertAreaInUse(tx, 'intake', parent, 'code');
}

function assertInUse({ code, successorArea }: AreaEntity, pointer?: string): void {
  if (successorArea) throw refuseArea('area.retired', { code, successor: successorArea }, pointer);
}
