import { type DynamicModule, Module } from '@nestjs/common';
import type { AccessPolicies, PolicyCatalogue } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { CodeBook } from '../register/code-book.js';
import { AccessRetention } from './access-retention.js';
import { policyController } from './policy.controller.js';
import { PolicyService } from './policy.service.js';

/**
 * The policies of a service: `GET /policies`, `PUT /policies/{name}`, `PolicyService`, and what each service does by one of them: the records of access
 * go when their time is over. The service has the tables, and `PolicyEntity` among its entities.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class PolicyModule {
  static forService(policies: PolicyCatalogue<AccessPolicies>): DynamicModule {
    return {
      module: PolicyModule,
      controllers: [policyController(policies)],
      providers: [
        {
          provide: PolicyService,
          inject: [Transactor, CodeBook],
          useFactory: (transactor: Transactor, codes: CodeBook) => new PolicyService(transactor, policies, codes),
        },
        {
          provide: AccessRetention,
          inject: [Timers, Transactor],
          useFactory: (timers: Timers, transactor: Transactor) => new AccessRetention(policies, timers, transactor),
        },
      ],
      exports: [PolicyService],
    };
  }
}
