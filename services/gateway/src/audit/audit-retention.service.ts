import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HOUR_MS, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { log, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../policy/policy.js';
import { type AuditLink, followChain, isBroken, oldestOf } from './audit.js';
import { chainBehind, recordAudit } from './audit.store.js';
import { beginOf, cutOff, monthsAgo } from './audit-cut.store.js';

const EVERY_MS = HOUR_MS;
/** Lines of one transaction. */
const TOGETHER = 1_000;

/**
 * 审计记录期满删除: the oldest lines of the audit trail go when their time is over, in the leader. What is taken away was followed first, so that nothing
 * which was tampered with goes unseen; the place of the cut is kept, told in the trail itself, and in the log.
 */
@Injectable()
export class AuditRetention implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('cut the audit trail', EVERY_MS, (signal) => this.cutDue(signal));
  }

  private async cutDue(signal: AbortSignal): Promise<void> {
    let cut: number;
    do {
      cut = await this.transactor.transact(SYSTEM, (tx) => this.cut(tx));
    } while (cut === TOGETHER && !signal.aborted);
  }

  /** How many lines were taken away. */
  private async cut(tx: Tx): Promise<number> {
    const before = await monthsAgo(tx, (await readPolicies(tx, POLICIES))['audit-months']);
    const begin = await beginOf(tx);
    const old = oldestOf(await chainBehind(tx, begin, TOGETHER + 1), before).slice(0, TOGETHER);
    if (old.length === 0) return 0;
    const end = followChain(begin, old);
    if (isBroken(end)) {
      log.error({ ...end }, 'the audit trail is not what it was: nothing of it is taken away');
      return 0;
    }
    await this.cutAt(tx, end);
    return old.length;
  }

  private async cutAt(tx: Tx, { position, hash }: AuditLink): Promise<void> {
    await cutOff(tx, { position, hash });
    recordAudit(tx, { action: 'audit-cut', subject: 'gateway.audit', detail: { position: String(position), hash } });
    log.info({ position, hash }, 'the audit trail was cut');
  }
}
