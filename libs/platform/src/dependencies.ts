import { Inject, Injectable, Optional } from '@nestjs/common';
import { EventRuntime, JetStreamServer } from '@zero-distance/messaging';
import { DataSource } from 'typeorm';

/** The dependencies behind the HTTP of this process: a service has all three, the gateway none of them. */
@Injectable()
export class Dependencies {
  constructor(
    @Optional() @Inject(DataSource) readonly dataSource: DataSource | undefined,
    @Optional() @Inject(EventRuntime) readonly eventRuntime: EventRuntime | undefined,
    @Optional() @Inject(JetStreamServer) readonly transport: JetStreamServer | undefined,
  ) {}
}
