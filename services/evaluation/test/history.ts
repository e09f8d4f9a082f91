import type { EventData, EventType } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';

/** An event as its own service would tell it. */
export interface Told<T extends EventType = EventType> {
  readonly type: T;
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly data: EventData<T>;
}

/** The events of one aggregate in their order: each `tell` is the next version. */
export class History {
  readonly events: Told[] = [];

  constructor(readonly id: string = newId()) {}

  tell<T extends EventType>(type: T, data: EventData<T>): this {
    this.events.push({ type, aggregate: { id: this.id, version: this.events.length + 1 }, data } as unknown as Told);
    return this;
  }
}

const AT = '2025-03-03T02:00:00.000Z';
let numbers = 0;

export type Registered = EventData<'intake.request.registered.v1'>;

/** A request as intake registers it, with what a test wants otherwise. */
export const registered = (changes: Partial<Registered> = {}): Registered => ({
  requestId: newId(),
  number: `230903011001-250303-${String(++numbers).padStart(6, '0')}`,
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: '230903011001',
  urgency: 'normal',
  confidential: false,
  publishable: true,
  callbackPossible: true,
  receivedAt: AT,
  ...changes,
});

export type Replied = EventData<'intake.request.replied.v1'>;

/** The request answered. */
export const replied = (request: Registered, changes: Partial<Replied> = {}): Replied => ({
  ...request,
  answeredBy: 'dispatch',
  answerId: newId(),
  organisationId: newId(),
  publicAnswer: '路灯已修复，照明恢复正常。',
  repliedAt: '2025-03-03T08:00:00.000Z',
  round: 1,
  ...changes,
});

/** What every event of an order says. */
export const orderBase = (request: Registered, workOrderId: string, leadOrganisationId: string, at: string) => ({
  workOrderId,
  sourceId: request.requestId,
  type: 'request' as const,
  areaCode: request.areaCode,
  leadOrganisationId,
  at,
});
