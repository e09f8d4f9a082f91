import { Injectable } from '@nestjs/common';
import type { InFlight } from '../http/in-flight.js';

/** Of the slots of one kind: with more lost than this, too few are left to serve with, and only a new process has them all. */
const LOST_SHARE = 0.5;

/** Whether this process can do its work at all. When not, it is to be started again. */
@Injectable()
export class Liveness {
  private readonly watched: InFlight[] = [];

  /** From now on these slots are among what is told, and too many of them lost end the process's life. */
  watch(inFlight: InFlight): void {
    this.watched.push(inFlight);
  }

  /** The work under way, by what it is. */
  underWay(): { readonly of: string; readonly inUse: number }[] {
    return this.watched.map(({ of, inUse }) => ({ of, inUse }));
  }

  /** Why this process is of no use any more; empty when it is. */
  reasons(): string[] {
    return this.watched
      .filter(({ lost, limit }) => lost > limit * LOST_SHARE)
      .map(({ of, lost, limit }) => `${lost} of the ${limit} slots of ${of} were never given back`);
  }
}
