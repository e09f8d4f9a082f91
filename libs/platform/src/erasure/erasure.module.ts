import { type DynamicModule, Module } from '@nestjs/common';
import type { ErasingService } from '@zero-distance/contracts';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { ErasureTeller } from './erasure-teller.js';

/**
 * What a service that keeps words of matters tells of their erasure. The service has the table (`Erasure…` of the platform's migrations) and defines
 * `eraseReasons` of its history.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class ErasureModule {
  /** @param unfinished the condition, in SQL, that something of an erasure `e` is still there: of who keeps more than rows */
  static forService(service: ErasingService, unfinished = 'false'): DynamicModule {
    return {
      module: ErasureModule,
      providers: [
        {
          provide: ErasureTeller,
          useFactory: (timers: Timers, transactor: Transactor) => new ErasureTeller(service, unfinished, timers, transactor),
          inject: [Timers, Transactor],
        },
      ],
    };
  }
}
