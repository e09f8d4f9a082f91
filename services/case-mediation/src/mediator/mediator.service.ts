import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import type { MediatorDto, MediatorQuery, RegisterMediatorDto } from './mediator.dto.js';
import { MediatorEntity } from './mediator.entity.js';
import type { Mediator } from './mediator.js';
import { listMediators, loadMediator } from './mediator.store.js';

/** The register of mediators. */
@Injectable()
export class MediatorService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, input: RegisterMediatorDto): Promise<MediatorDto> {
    return this.transactor.transact(actor, async (tx) => {
      assertWithinArea(actor, input.areaCode);
      const mediator = { ...input, id: newId(), registeredAt: tx.now, version: 1 };
      tx.insert(MediatorEntity, mediator);
      return toMediatorDto(mediator);
    });
  }

  get(actor: Actor, id: string): Promise<MediatorDto> {
    return this.transactor.read(actor, async (tx) => toMediatorDto(await loadMediator(tx, id)));
  }

  list(actor: Actor, { areaCode, caseType, cursor, limit }: MediatorQuery): Promise<Page<MediatorDto>> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [];
    return this.transactor.read(actor, async (tx) => {
      const rows = await listMediators(tx, { areaCode, caseType, before, limit: limit + 1 });
      return toPage(rows, limit, toMediatorDto, (row) => encodeCursor(row.id));
    });
  }
}

const toMediatorDto = (mediator: Mediator): MediatorDto => ({ ...mediator, registeredAt: mediator.registeredAt.toISOString() });
