import { Injectable } from '@nestjs/common';
import { type Actor, areaKind, parentArea } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { putRow } from '../register/register.store.js';
import type { AreaDto, AreaQuery, RegisterAreaDto } from './area.dto.js';
import { AreaEntity } from './area.entity.js';
import { listAreas } from './area.store.js';

/** The register of areas. Intake owns it and tells the others by event. */
@Injectable()
export class AreaService {
  constructor(private readonly transactor: Transactor) {}

  /** Registers an area or changes the one with this code. Loading the same table twice is not a change and tells nobody. */
  register(actor: Actor, code: string, input: RegisterAreaDto, ifMatch?: number): Promise<AreaDto> {
    assertWithinArea(actor, code);
    checkKind(code, input.kind);
    const { name, kind, edition, comparisonType = null } = input;
    return this.transactor.transact(actor, async (tx) => {
      await needParent(tx, code);
      const { row, changed } = await putRow(tx, AreaEntity, code, { name, kind, edition, comparisonType }, ifMatch);
      if (changed) tx.emit('intake.area.registered.v1', row, { areaId: row.id, code, name, kind, comparisonType, edition });
      return row;
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
      const rows = await listAreas(tx, actor.area, query.within ?? '', after, query.limit + 1);
      return toPage(
        rows,
        query.limit,
        (row) => row,
        (row) => encodeCursor(row.code),
      );
    });
  }
}

/** The code itself says what the area is. */
function checkKind(code: string, kind: string): void {
  const coded = areaKind(code);
  if (!coded) throw refuse('area.code_invalid', { code });
  if (kind !== coded) throw refuse('area.kind_differs', { code, kind, coded }, '/kind');
}

async function needParent(tx: Tx, code: string): Promise<void> {
  const parent = parentArea(code);
  if (parent && !(await tx.findOne(AreaEntity, { code: parent }))) throw refuse('area.parent_unknown', { parent });
}
