import { Injectable } from '@nestjs/common';
import type { InFlight } from './in-flight.js';
import type { Shares } from './shares.js';

/** Share of the slots of one kind: when more are lost, too few are left to serve with, and only a new process has them all. */
const LOST_SHARE = 0.5;

/** Whether this process can do its work at all. When not, it is to be started again. */
@Injectable()
export class Liveness {
  private readonly watched: InFlight[] = [];
  private readonly shares: Shares[] = [];

  /** Adds these slots to the report; too many lost ones end the process's life. */
  watch(inFlight: InFlight): void {
    this.watched.push(inFlight);
  }

  /** Adds these shares to the report. */
  watchShares(shares: Shares): void {
    this.shares.push(shares);
  }

  /** The shares that callers hold, by resource. */
  shared(): { readonly of: string; readonly taken: number; readonly callers: number }[] {
    return this.shares.map(({ of, taken, callers }) => ({ of, taken, callers }));
  }

  /** A warning as soon as one slot is lost: there is a defect to find, long before it ends the process. */
  get warning(): string | undefined {
    const texts = this.watched.filter(({ lost }) => lost > 0).map(textOf);
    return texts.length === 0 ? undefined : texts.join('; ');
  }

  /** The work under way, by kind. */
  underWay(): { readonly of: string; readonly inUse: number }[] {
    return this.watched.map(({ of, inUse }) => ({ of, inUse }));
  }

  /** Why this process is of no use any more; empty when it is. */
  reasons(): string[] {
    return this.watched.filter(({ lost, limit }) => lost > limit * LOST_SHARE).map(textOf);
  }
}

const textOf = ({ of, lost, limit }: InFlight): string => `${lost} of the ${limit} slots of ${of} were never given back`;
