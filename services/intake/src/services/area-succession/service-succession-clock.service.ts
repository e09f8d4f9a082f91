import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import { AreasInUse } from '@zero-distance/platform';
import { OPEN_SERVICES, openServicesIn } from './open-service.store.js';

/** 区划撤并: what is open of the services in an area that is retired goes on in its successor, also what was opened in the moment of retiring. */
@Injectable()
export class ServiceSuccessionClock implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly areas: AreasInUse,
  ) {}

  onModuleInit(): void {
    for (const service of OPEN_SERVICES)
      this.clocks.seeTo({
        what: `${service.what} of a retired area`,
        find: async (tx, limit) => openServicesIn(tx, service, this.areas.retired(), limit),
        take: (tx, id) => service.move(tx, id, (areaCode) => this.areas.successorOf(areaCode)),
      });
  }
}
