import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { MediatorDto, MediatorQuery, RegisterMediatorInput } from './mediator.dto.js';
import { MediatorEntity } from './mediator.entity.js';
import { MEDIATORS } from './mediator.store.js';
import { toMediatorDto } from './mediator.view.js';

/** The register of mediators. */
@Injectable()
export class MediatorService {
  constructor(private readonly transactor: Transactor) {}

  /** A mediator who has an account is known by it, so that what is open in that person's name is found. */
  register(actor: Actor, { accountId, ...input }: RegisterMediatorInput): Promise<MediatorDto> {
    return this.transactor.transact(actor, async (tx) => {
      assertWithinArea(actor, input.areaCode, '/areaCode');
      const mediator = { ...input, id: accountId ?? newId(), registeredAt: tx.now, version: 1 };
      tx.insert(MediatorEntity, mediator, { mediator_pkey: refuse('mediator.registered_already', { id: mediator.id }, '/accountId') });
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
