import { BaseRpcContext } from '@nestjs/microservices';
import type { EventEnvelope } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/** What an `@EventPattern` handler gets beside the data: `@Ctx() { tx, event }: EventContext`. */
export class EventContext extends BaseRpcContext<[Tx, EventEnvelope]> {
  /** The transaction that also moves the inbox: write here, and effect and inbox are one. */
  get tx(): Tx {
    return this.args[0];
  }

  get event(): EventEnvelope {
    return this.args[1];
  }
}
