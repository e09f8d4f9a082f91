import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import type { MediatorDto, MediatorQuery, RegisterMediatorInput } from './mediator.dto.js';
import { MediatorEntity } from './mediator.entity.js';
import { MEDIATORS } from './mediator.store.js';
import { toMediatorDto } from './mediator.view.js';

/** The register of mediators. */
@Injectable()
export class MediatorService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, input: RegisterMediatorInput): Promise<MediatorDto> {
    return this.transactor.transact(actor, async (tx) => {
      assertWithinArea(actor, input.areaCode, '/areaCode');
      const mediator = { ...input, id: newId(), registeredAt: tx.now, version: 1 };
      tx.insert(MediatorEntity, mediator);
      return toMediatorDto(mediator);
    });
  }

  get(actor: Actor, id: string): Promise<MediatorDto> {
    return this.transactor.read(actor, async (tx) => toMediatorDto(await MEDIATORS.load(tx, id)));
  }

  list(actor: Actor, query: MediatorQuery): Promise<Page<MediatorDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await MEDIATORS.list(tx, query), toMediatorDto));
  }
}
