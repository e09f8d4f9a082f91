import { Injectable } from '@nestjs/common';
import type { Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import type { FoundOfPhone, OfPhone } from './found-of-phone.js';
import type { FileEnd } from './resident-orders.store.js';

/**
 * What stands in a quarter behind this one and has to do with residents. Each queues what becomes of it, in the transaction that does something to
 * the file, whoever may see it. The resident is held, so that nothing new comes about in that moment.
 */
export interface ResidentFollower {
  /** Nothing is done any more that the end of these files makes pointless. */
  end(tx: Tx, residentIds: readonly string[], why: FileEnd): Promise<void>;
  /** Nothing goes on by these files, and nothing is kept of whose they were. */
  erase(erasure: Erasure, residentIds: readonly string[], why: FileEnd): Promise<void>;
  /** They live elsewhere now. */
  move(tx: Tx, residentIds: readonly string[], areaCode: string): Promise<void>;
  /** What was of one file is of another, of the same person. */
  handOver(tx: Tx, from: string, to: string): void;
}

/** The same of who gave a number and is on no register. */
export interface PhoneFollower {
  eraseByPhone(tx: Tx, of: OfPhone): Promise<FoundOfPhone>;
}

/** 档案的后续: who has to do something when something is done to a file. They make themselves known when the service starts, as clocks do. */
@Injectable()
export class ResidentFollowers {
  private readonly followers: ResidentFollower[] = [];
  private ofCases?: PhoneFollower;

  follow(follower: ResidentFollower): void {
    this.followers.push(follower);
  }

  /** Service cases are what is kept by a number outside this quarter. */
  followCases(follower: PhoneFollower): void {
    this.ofCases = follower;
  }

  async end(tx: Tx, residentIds: readonly string[], why: FileEnd): Promise<void> {
    for (const follower of this.followers) await follower.end(tx, residentIds, why);
  }

  async erase(erasure: Erasure, residentIds: readonly string[], why: FileEnd): Promise<void> {
    for (const follower of this.followers) await follower.erase(erasure, residentIds, why);
  }

  async move(tx: Tx, residentIds: readonly string[], areaCode: string): Promise<void> {
    for (const follower of this.followers) await follower.move(tx, residentIds, areaCode);
  }

  handOver(tx: Tx, from: string, to: string): void {
    for (const follower of this.followers) follower.handOver(tx, from, to);
  }

  async eraseCasesByPhone(tx: Tx, of: OfPhone): Promise<FoundOfPhone> {
    return (await this.ofCases?.eraseByPhone(tx, of)) ?? { erased: [], unfinished: [], more: false };
  }
}
