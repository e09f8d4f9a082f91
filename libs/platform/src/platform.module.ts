import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { Service } from '@zero-distance/contracts';
import { type CodeTable, readOfficeContacts } from '@zero-distance/kernel';
import { MessagingModule, type MessagingOptions } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { AccessRecordEntity } from './access-record/access-record.entity.js';
import { AuthGuard, DISTRICT } from './auth/auth.guard.js';
import { TokenVerifier } from './auth/token-verifier.js';
import { codeTableController } from './code-table/code-table.controller.js';
import type { HttpConfig, ServiceConfig } from './config.js';
import { DEAD_LETTER_TABLES } from './dead-letter/code-tables.js';
import { deadLetterController } from './dead-letter/dead-letter.controller.js';
import { Exports, KEEP_ACCESS, type KeepAccess } from './export/exports.service.js';
import { Readiness } from './health/readiness.js';
import { BodyGuard } from './http/body.guard.js';
import { Liveness } from './http/liveness.js';
import { DailyLimiter, GuessLimiter, RateLimiter } from './http/rate-limiter.js';
import { IdempotencyGuard, ReplayFilter } from './idempotency/idempotency.guard.js';
import { Replays } from './idempotency/replays.js';
import { RequestHash } from './idempotency/request-hash.js';
import { IMPORT_TABLES } from './import/code-tables.js';
import { InputPipe } from './input/validation.pipe.js';
import { outboxController } from './outbox/outbox.controller.js';
import { OFFICE_CONTACTS } from './personal-data/check-texts.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { Organisations } from './reach/organisations.js';
import { AreasInUse } from './register/areas-in-use.service.js';
import { CodeBook } from './register/code-book.js';

export interface ServiceModuleOptions {
  readonly service: Service;
  readonly config: Omit<ServiceConfig, 'TRUSTED_PROXIES'>; // that is bootstrap's
  /** The TypeORM entities of the service. */
  readonly entities: MessagingOptions['entities'];
  /** The words that its answers hold, with their names. */
  readonly codeTables: readonly CodeTable[];
  /** Of the service that keeps the audit trail, which does not hear its own events. */
  readonly keepAccess?: KeepAccess;
}

const httpProviders = (config: HttpConfig): Provider[] => [
  { provide: TokenVerifier, useFactory: () => new TokenVerifier(config) },
  { provide: DISTRICT, useValue: config.DISTRICT },
  { provide: RateLimiter, useFactory: () => new RateLimiter(config.RATE_LIMIT_PER_MINUTE) },
  { provide: DailyLimiter, useFactory: () => new DailyLimiter(config.PUBLIC_WRITE_LIMIT_PER_DAY) },
  { provide: GuessLimiter, useFactory: () => new GuessLimiter(config.PUBLIC_GUESS_LIMIT_PER_DAY) },
  { provide: APP_GUARD, useClass: AuthGuard },
  { provide: APP_GUARD, useClass: BodyGuard },
  { provide: APP_PIPE, useClass: InputPipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
  Liveness,
  Readiness,
];

/** The platform of a service. Global: its providers (DataSource, Transactor, …) can be injected anywhere. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class PlatformModule {
  /** HTTP, database, events, idempotency, dead letters. */
  static forService({ service, config, entities, codeTables, keepAccess = () => undefined }: ServiceModuleOptions): DynamicModule {
    const connection = {
      databaseUrl: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL_SIZE,
      natsUrl: config.NATS_URL,
      natsUser: config.NATS_USER,
      natsPassword: config.NATS_PASSWORD,
    };
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule, MessagingModule.forService({ service, entities: [...entities, AccessRecordEntity], connection })],
      controllers: [
        codeTableController(service, [...codeTables, ...DEAD_LETTER_TABLES, ...IMPORT_TABLES]),
        deadLetterController(service),
        outboxController(service),
      ],
      providers: [
        ...httpProviders(config),
        { provide: RequestHash, useFactory: () => new RequestHash(Buffer.from(config.REQUEST_HASH_KEY, 'base64')) },
        { provide: OFFICE_CONTACTS, useValue: readOfficeContacts(config.OFFICE_CONTACTS) },
        { provide: KEEP_ACCESS, useValue: keepAccess },
        Replays,
        Organisations,
        Exports,
        { provide: AreasInUse, inject: [Transactor], useFactory: (transactor: Transactor) => new AreasInUse(service, transactor) },
        {
          provide: CodeBook,
          inject: [Transactor, AreasInUse],
          useFactory: (transactor: Transactor, areas: AreasInUse) => new CodeBook(service, transactor, areas),
        },
        { provide: APP_GUARD, useClass: IdempotencyGuard }, // after the guard that says who calls
        { provide: APP_FILTER, useClass: ReplayFilter },
      ],
      exports: [Organisations, AreasInUse, CodeBook, Exports, Replays, RequestHash, Liveness, DISTRICT, OFFICE_CONTACTS],
    };
  }
}
