import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { handOver, leave, openOfMediator } from '../mediation-case/mediation-case.store.js';
import type { MediatorDto } from '../mediator/mediator.dto.js';
import { type Mediator, mayTakeOver } from '../mediator/mediator.js';
import { MEDIATORS } from '../mediator/mediator.store.js';
import { toMediatorDto } from '../mediator/mediator.view.js';

/** 卸任: a mediator leaves office, and somebody takes over. */
@Injectable()
export class RetirementService {
  constructor(private readonly transactor: Transactor) {}

  /**
   * Nothing more is assigned to that mediator, and the successor has what is being mediated. What the successor may not have waits for another mediator, and who
   * assigns them is told; what is over keeps the name. Throws 403 when either serves outside the caller's area, and a conflict when a case is changed at that moment.
   */
  retire(actor: Actor, code: string, successorMediator: string, ifMatch?: number): Promise<MediatorDto> {
    return this.transactor.transact(actor, async (tx) => {
      await tx.execute('select from mediator where code in ($1, $2) order by code for update', [code, successorMediator]);
      const [known, successor] = await Promise.all([MEDIATORS.find(tx, code), MEDIATORS.find(tx, successorMediator)]);
      if (!known) throw refuse('mediator.not_found', { code });
      assertWithinArea(actor, known.areaCode, 'code');
      assertInOffice(known);
      if (code === successorMediator || !successor) throw refuse('mediator.successor_wanted', {}, '/successorMediator');
      assertWithinArea(actor, successor.areaCode, '/successorMediator');
      assertInOffice(successor, '/successorMediator');
      for (const open of await openOfMediator(tx, known.id)) {
        if (mayTakeOver(open, successor)) handOver(tx, open, successor.id);
        else leave(tx, open);
      }
      const { code: _, version: __, ...facts } = known;
      return toMediatorDto((await MEDIATORS.put(tx, code, { ...facts, retiredAt: tx.now, successorMediator }, ifMatch)).row);
    });
  }
}

function assertInOffice({ code, successorMediator }: Mediator, pointer?: string): void {
  if (successorMediator) throw refuse('mediator.retired', { code, successor: successorMediator }, pointer);
}
