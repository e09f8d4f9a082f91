/** CloudEvents 1.0 binary mode, in the NATS headers. */
export const HEADER = {
  specVersion: 'ce-specversion',
  id: 'ce-id',
  type: 'ce-type',
  source: 'ce-source',
  time: 'ce-time',
  /** The aggregate's id. */
  subject: 'ce-subject',
  /** The aggregate's version after the change; the first is 1, and none is left out. */
  aggregateVersion: 'ce-aggregateversion',
  /** `true` when nothing changed and the aggregate is told again as it stands: who never heard of it begins with that. Absent otherwise. */
  snapshot: 'ce-snapshot',
  contentType: 'content-type',
  traceparent: 'traceparent',
  /** JetStream's own duplicate check looks at this one: `ce-id`, and `/n` behind it when an operator had it published for the n-th time again. */
  messageId: 'Nats-Msg-Id',
} as const;

/** The context of an event that a handler gets besides its data. */
export interface EventEnvelope {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly time: Date;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  /** Tells the aggregate as it stands: with it a story may begin. */
  readonly snapshot: boolean;
  readonly traceparent?: string;
}
