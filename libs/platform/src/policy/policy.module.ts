import { type DynamicModule, Module } from '@nestjs/common';
import type { PolicyCatalogue } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { CodeBook } from '../register/code-book.js';
import { policyController } from './policy.controller.js';
import { PolicyService } from './policy.service.js';

/** The policies of a service: `GET /policies`, `PUT /policies/{name}`, `PolicyService`. The service has the table, and `PolicyEntity` among its entities. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class PolicyModule {
  static forService(policies: PolicyCatalogue<object>): DynamicModule {
    return {
      module: PolicyModule,
      controllers: [policyController(policies)],
      providers: [
        {
          provide: PolicyService,
          inject: [Transactor, CodeBook],
          useFactory: (transactor: Transactor, codes: CodeBook) => new PolicyService(transactor, policies, codes),
        },
      ],
      exports: [PolicyService],
    };
  }
}
