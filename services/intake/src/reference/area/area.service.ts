import { Injectable } from '@nestjs/common';
import { type Actor, areaKind, parentArea } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import type { AreaDto, AreaQuery, RegisterAreaInput } from './area.dto.js';
import { AREAS } from './area.store.js';

/** The register of areas. Intake owns it and tells the others by event. */
@Injectable()
export class AreaService {
  constructor(private readonly transactor: Transactor) {}

  /** Registers an area or changes the one with this code. Loading the same table twice is not a change and tells nobody. */
  register(actor: Actor, code: string, input: RegisterAreaInput, ifMatch?: number): Promise<AreaDto> {
    assertWithinArea(actor, code, 'code');
    checkKind(code, input.kind);
    const { name, kind, edition, comparisonType = null } = input;
    return this.transactor.transact(actor, async (tx) => {
      await needParent(tx, code);
      return (await AREAS.put(tx, code, { name, kind, edition, comparisonType }, ifMatch)).row;
    });
  }

  get(actor: Actor, code: string): Promise<AreaDto> {
    return this.transactor.read(actor, (tx) => AREAS.load(tx, code));
  }

  list(actor: Actor, query: AreaQuery): Promise<Page<AreaDto>> {
    return this.transactor.read(actor, (tx) => AREAS.list(tx, query));
  }
}

/** The code itself says what the area is. */
function checkKind(code: string, kind: string): void {
  const coded = areaKind(code);
  if (!coded) throw refuse('area.code_invalid', { code }, 'code');
  if (kind !== coded) throw refuse('area.kind_differs', { code, kind, coded }, '/kind');
}

async function needParent(tx: Tx, code: string): Promise<void> {
  const parent = parentArea(code);
  if (parent && !(await AREAS.find(tx, parent))) throw refuse('area.parent_unknown', { parent }, 'code');
}
