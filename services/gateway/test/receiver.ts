import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestStack } from '@zero-distance/testing';

export const PATH = '/api/gateway/v1/webhooks';
export const READ = ['intake:read', 'dispatch:read', 'gateway:read'];
export const COMMUNITY = '230903011001';
export const TYPES = ['dispatch.work-order.reminded.v1'];
export interface Subscription {
  readonly id: string;
  readonly version: number;
  readonly secret: string;
  readonly state: string;
  readonly disabledReason: string | null;
  readonly areaCode: string | null;
}
export interface Delivery {
  readonly type: string;
  readonly eventId: string;
  readonly state: string;
  readonly tries: number;
  readonly status: number | null;
  readonly fault: string | null;
}
export interface Received {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly event: {
    readonly type: string;
    readonly subject: string;
    readonly subjectVersion: number;
    readonly data: Record<string, unknown>;
  };
}
export type Claims = Parameters<TestStack['token']>[0];
export type Answering = (received: Received, response: ServerResponse) => void;
/** A receiver that keeps what it is sent, and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  answering: Answering = (_, response) => void response.writeHead(204).end();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server);
    server.on('request', (request, response) => void receiver.take(request, response));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** The versions that it was told of an aggregate, as they came. */
  versionsOf(subject: string): number[] {
    return this.received.filter(({ event }) => event.subject === subject).map(({ event }) => event.subjectVersion);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = request.headers as Record<string, string>;
    const received = { id: headers['webhook-id'] as string, headers, body, event: JSON.parse(body) };
    this.received.push(received);
    this.answering(received, response);
  }
}
