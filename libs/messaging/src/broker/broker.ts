import type { NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import type { LoggerService } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import { pause } from './pause.js';

export interface BrokerOptions {
  readonly service: Service;
  /** One address or several with commas between. */
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
}

const RECONNECT_MS = 500;
/** How long flushing may take when the process stops. Acknowledgements that are unsent then cost a redelivery. */
const FLUSH_TIMEOUT_MS = 1_000;

/** The connection to NATS. It is made as soon as the server answers, and kept until the process ends. */
export class Broker {
  /** The one connection, which reconnects by itself. Pending until the server answers. */
  readonly connected: Promise<NatsConnection>;
  connection?: NatsConnection;
  private resolve: (connection: NatsConnection) => void = () => {};
  private readonly over = new AbortController();
  private up = false;

  constructor(
    private readonly options: BrokerOptions,
    private readonly onChange: (isUp: boolean) => void,
    private readonly logger: LoggerService,
  ) {
    this.connected = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  get isUp(): boolean {
    return this.up && this.connection?.isClosed() === false;
  }

  /** The prefix of reply subjects. Only this service may subscribe to it. */
  get inboxPrefix(): string {
    return `_INBOX_${this.options.service}`;
  }

  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.over.abort();
    const { connection } = this;
    if (!connection) return;
    const sent = new AbortController();
    const flushed = this.isUp ? connection.flush().catch((error: Error) => this.logger.debug?.(`broker: ${error.message}`)) : undefined;
    await Promise.race([flushed, pause(FLUSH_TIMEOUT_MS, sent.signal)]);
    sent.abort();
    await connection.close();
  }

  private async connect(): Promise<void> {
    while (!this.over.signal.aborted && !this.connection) {
      try {
        this.connection = await this.open();
      } catch (error) {
        this.logger.warn(`broker: ${(error as Error).message}; trying again`);
        await pause(RECONNECT_MS, this.over.signal);
      }
    }
    if (!this.connection) return;
    if (this.over.signal.aborted) return this.connection.close();
    this.up = true;
    this.resolve(this.connection);
    await this.watch(this.connection);
  }

  private open(): Promise<NatsConnection> {
    const { service, natsUrl, natsUser, natsPassword } = this.options;
    return connect({
      servers: natsUrl.split(','),
      ...(natsUrl.includes('tls://') && { tls: {} }), // the scheme alone does not insist: a server without TLS would get the password
      user: natsUser,
      pass: natsPassword,
      name: service,
      inboxPrefix: this.inboxPrefix,
      maxReconnectAttempts: -1,
      reconnectTimeWait: RECONNECT_MS,
      ignoreAuthErrorAbort: true,
    });
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type !== 'disconnect' && type !== 'reconnect') continue;
      this.up = type === 'reconnect';
      this.logger.log(`broker: ${type}`);
      this.onChange(this.up);
    }
  }
}
