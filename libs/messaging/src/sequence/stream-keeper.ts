import type { EventEnvelope, Service } from '@zero-distance/contracts';

/** A message of a stream, in its place. */
export interface StreamedEvent {
  /** The service whose stream it is. */
  readonly source: Service;
  /** Its place in the stream. */
  readonly sequence: number;
  readonly envelope: EventEnvelope;
  /** Checked, without fields that this version does not know; undefined for a type that it does not know. */
  readonly data: unknown;
}

/** Who keeps whole streams, in the order in which they stand there: goes by the sequence, and not by the versions of aggregates. */
export interface StreamKeeper {
  /** Up to where each service's stream is kept. */
  positions(): Promise<ReadonlyMap<Service, number>>;
  /**
   * Keeps events in one transaction, with where each stream is now. An event that was kept already is kept once.
   * @param isSure false: when something has to be known first that another service tells of, nothing is kept
   * @returns the services whose events have to be kept first; empty when all of these are kept
   */
  keep(events: readonly StreamedEvent[], isSure: boolean): Promise<ReadonlySet<Service>>;
}
