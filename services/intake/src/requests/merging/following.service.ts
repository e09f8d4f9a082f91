import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM, withChanges } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { followMergedMains, succeed } from '../membership/membership.store.js';
import { UNHANDLED } from '../request/request.js';
import { REQUESTS } from '../request/request.store.js';
import { noteMember } from '../request/request-membership.store.js';
import { repliedWithMain } from './merging.js';
import { membersLeftAlone, membersToReply, requestsById } from './merging.store.js';

const EVERY_MS = 1000;
/** Requests of one transaction: hundreds may ask with one main request. */
const TOGETHER = 200;

/**
 * 并单跟随: merged requests follow their main request, in the leader. It is answered: so are they. It was withdrawn: the oldest of them takes its place.
 * What was done stands in their rows, so a crash leaves nothing half done, and whatever happened to the main request in the meantime is found.
 */
@Injectable()
export class FollowingService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('merged requests follow their main request', EVERY_MS, (signal) => this.follow(signal));
  }

  private async follow(signal: AbortSignal): Promise<void> {
    await this.transactor.transact(SYSTEM, async (tx) => followMergedMains(tx));
    let done: number;
    do {
      done = await this.transactor.transact(SYSTEM, (tx) => succeedWithdrawn(tx));
      done += await this.transactor.transact(SYSTEM, (tx) => replyDue(tx));
    } while (done >= TOGETHER && !signal.aborted);
  }
}

/** 并单答复. */
async function replyDue(tx: Tx): Promise<number> {
  const due = await membersToReply(tx, TOGETHER);
  const mains = await requestsById(tx, [...new Set(due.map(({ mainRequestId }) => mainRequestId))]);
  for (const { mergedAt, ...member } of due) {
    const main = mains.get(member.mainRequestId);
    if (main) REQUESTS.save(tx, repliedWithMain(member, main, mergedAt, tx.now));
  }
  return due.length;
}

/** The main request was withdrawn, the matter is not: the oldest of those who ask with it is the main request of the others. */
async function succeedWithdrawn(tx: Tx): Promise<number> {
  const left = await membersLeftAlone(tx, TOGETHER);
  const followed = new Set<string>();
  for (const { mergedAt: _, ...member } of left) {
    const { mainRequestId } = member;
    if (followed.has(mainRequestId)) continue;
    followed.add(mainRequestId);
    succeed(tx, { requestId: member.id, mainRequestId });
    noteMember(tx, mainRequestId, 'member-left', member);
    const step = withChanges(REQUESTS.step(tx, member, 'split-off'), UNHANDLED);
    REQUESTS.save(tx, { ...step, after: { ...step.after, mainRequestId, takesOver: true } });
  }
  return followed.size;
}
