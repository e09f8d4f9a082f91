import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import { closeDataSource, createDataSource, Transactor } from '@zero-distance/persistence';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { DeadLetterEntity } from '../inbox/dead-letter.entity.js';
import { DeadLetters } from '../inbox/dead-letters.js';
import { Outbox } from '../outbox/outbox.js';
import { Clocks } from './clocks.js';
import { EventRuntime } from './event-runtime.js';
import { JetStreamServer } from './jetstream.server.js';
import { Timers } from './timers.js';

export interface MessagingOptions {
  readonly service: Service;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly connection: {
    readonly databaseUrl: string;
    readonly poolSize: number;
    readonly natsUrl: string;
    readonly natsUser: string;
    readonly natsPassword: string;
  };
}

/** Provides DataSource, Transactor, DeadLetters, Outbox, Timers, Clocks, EventRuntime and JetStreamServer to the whole service. */
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forService(options: MessagingOptions): DynamicModule {
    const { service, connection } = options;
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          useFactory: () => createDataSource({ service, ...connection, entities: [...options.entities, DeadLetterEntity] }).initialize(),
        },
        {
          provide: EventRuntime,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new EventRuntime({ service, ...connection }, dataSource),
        },
        {
          provide: Transactor,
          inject: [DataSource, EventRuntime],
          useFactory: (dataSource: DataSource, runtime: EventRuntime) => new Transactor(dataSource, () => runtime.wakeRelay()),
        },
        { provide: DeadLetters, inject: [Transactor], useFactory: (transactor: Transactor) => new DeadLetters(transactor) },
        { provide: Outbox, inject: [Transactor], useFactory: (transactor: Transactor) => new Outbox(transactor) },
        { provide: Timers, inject: [EventRuntime], useFactory: (runtime: EventRuntime) => runtime.timers },
        {
          provide: Clocks,
          inject: [Timers, Transactor],
          useFactory: (timers: Timers, transactor: Transactor) => new Clocks(timers, transactor),
        },
        {
          provide: JetStreamServer,
          inject: [EventRuntime, DeadLetters],
          useFactory: (runtime: EventRuntime, letters: DeadLetters) => new JetStreamServer(runtime, letters),
        },
      ],
      exports: [DataSource, EventRuntime, Transactor, DeadLetters, Outbox, Timers, Clocks, JetStreamServer],
    };
  }

  /** Nest calls this last: closing transports still need the pool to finish. */
  async onApplicationShutdown(): Promise<void> {
    await closeDataSource(this.dataSource);
  }
}
