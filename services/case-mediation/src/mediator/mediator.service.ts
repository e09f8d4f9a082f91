import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { MediatorDto, MediatorQuery, RegisterMediatorInput } from './mediator.dto.js';
import { isSame } from './mediator.js';
import { MEDIATORS } from './mediator.store.js';
import { toMediatorDto } from './mediator.view.js';

/** The register of mediators. */
@Injectable()
export class MediatorService {
  constructor(private readonly transactor: Transactor) {}

  /**
   * Registers a mediator, or changes the one with this code. Who has an account is known by it, so that what is open in that person's name is found; their
   * cases are in that name, which is therefore never changed. Throws 403 when the mediator serves, or would serve, outside the caller's area.
   */
  register(actor: Actor, code: string, { accountId, ...facts }: RegisterMediatorInput, ifMatch?: number): Promise<MediatorDto> {
    assertWithinArea(actor, facts.areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const known = await MEDIATORS.find(tx, code);
      const kept = {
        registeredAt: known?.registeredAt ?? tx.now,
        retiredAt: known?.retiredAt ?? null,
        successorMediator: known?.successorMediator ?? null,
      };
      const { row } = await MEDIATORS.put(tx, code, { ...facts, ...kept, id: accountId }, ifMatch, (put, before) => {
        if (!before) return;
        if (before.successorMediator && !isSame(before, put))
          throw refuse('mediator.retired', { code, successor: before.successorMediator });
        assertWithinArea(actor, before.areaCode, 'code');
        if (accountId !== undefined && accountId !== before.id) throw refuse('mediator.account_stays', {}, '/accountId');
      });
      return toMediatorDto(row);
    });
  }

  get(actor: Actor, code: string): Promise<MediatorDto> {
    return this.transactor.read(actor, async (tx) => toMediatorDto(await MEDIATORS.load(tx, code)));
  }

  list(actor: Actor, query: MediatorQuery): Promise<Page<MediatorDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await MEDIATORS.list(tx, query), toMediatorDto));
  }
}
