import { BaseRpcContext } from '@nestjs/microservices';
import type { EventEnvelope } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/** The second argument of an `@OnEvent` handler: `{ tx, event }: EventContext`. */
export class EventContext extends BaseRpcContext<[Tx, EventEnvelope]> {
  /** The transaction that also moves the inbox: effect and inbox commit together. */
  get tx(): Tx {
    return this.args[0];
  }

  get event(): EventEnvelope {
    return this.args[1];
  }
}
