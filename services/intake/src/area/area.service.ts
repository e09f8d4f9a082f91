import { Injectable } from '@nestjs/common';
import { type Actor, isAreaCode, newId, parentArea } from '@zero-distance/kernel';
import { expectVersion, Transactor, type Tx } from '@zero-distance/messaging';
import { assertWithinArea, decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { AreaDto, AreaQuery, RegisterAreaDto } from './area.dto.js';
import { AreaEntity } from './area.entity.js';

/** The register of areas. Intake owns it and tells the others by event. */
@Injectable()
export class AreaService {
  constructor(private readonly transactor: Transactor) {}

  /** Registers an area or changes the one with this code. */
  register(actor: Actor, code: string, input: RegisterAreaDto, ifMatch?: number): Promise<AreaDto> {
    assertWithinArea(actor, code);
    if (!isAreaCode(code)) throw refuse('area.code_invalid', { code });
    return this.transactor.transact(actor, async (tx) => {
      await needParent(tx, code);
      const known = await tx.findOne(AreaEntity, { code });
      const { name, kind, edition, comparisonType = null } = input;
      const area = { id: known?.id ?? newId(), code, name, kind, comparisonType, edition, version: (known?.version ?? 0) + 1 };
      if (known) expectVersion(known.version, ifMatch);
      if (known && sameArea(known, area)) return known;
      if (known) tx.update(AreaEntity, known, { name, kind, comparisonType, edition });
      else tx.insert(AreaEntity, area);
      tx.emit('intake.area.registered.v1', area, { areaId: area.id, code, name, kind, comparisonType, edition });
      return area;
    });
  }

  get(actor: Actor, code: string): Promise<AreaDto> {
    return this.transactor.read(actor, async (tx) => {
      const area = code.startsWith(actor.area) ? await tx.findOne(AreaEntity, { code }) : undefined;
      if (!area) throw refuse('area.not_found', { code });
      return area;
    });
  }

  list(actor: Actor, query: AreaQuery): Promise<Page<AreaDto>> {
    const [after] = decodeCursor(query.cursor, ['text']) ?? [''];
    return this.transactor.read(actor, async (tx) => {
      const sql = `select ${tx.columns(AreaEntity)} from area
        where code like $1 || '%' and code like $2 || '%' and code > $3 order by code limit $4`;
      const rows = await tx.page<AreaEntity>(sql, [actor.area, query.within ?? '', after, query.limit + 1]);
      return toPage(
        rows,
        query.limit,
        (row) => row,
        (row) => encodeCursor(row.code),
      );
    });
  }
}

async function needParent(tx: Tx, code: string): Promise<void> {
  const parent = parentArea(code);
  if (parent && !(await tx.findOne(AreaEntity, { code: parent }))) throw refuse('area.parent_unknown', { parent });
}

/** Loading the same table twice is not a change and tells nobody. */
const sameArea = (a: AreaEntity, b: AreaEntity): boolean =>
  a.name === b.name && a.kind === b.kind && a.comparisonType === b.comparisonType && a.edition === b.edition;
