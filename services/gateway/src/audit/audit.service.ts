import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { log, mapPage, type Page, watchFigure } from '@zero-distance/platform';
import type { AuditDto, AuditHeadDto, AuditQuery } from './audit.dto.js';
import type { AuditLink } from './audit.js';
import { AUDIT, chainWaiting, headOf, type WaitingLines, waitingLines } from './audit.store.js';
import { toAuditDto } from './audit.view.js';

const CHAIN_EVERY_MS = 1_000;
const CHAINED_AT_ONCE = 500;
/** How often the log says how far the chain is. What the log holds cannot be changed together with the database. */
const TELL_EVERY_MS = 60_000;

/** The audit trail. Lines are written by whoever does something, freely; the leader gives them their places in the chain. */
@Injectable()
export class AuditService implements OnModuleInit {
  private told = 0;

  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('chain the audit trail', CHAIN_EVERY_MS, (signal) => this.chainAll(signal));
    this.timers.every('tell the head of the audit trail', TELL_EVERY_MS, () => this.tellHead());
    this.watchWaiting('zd_audit_waiting', 'Lines of the audit trail that wait for their place in the chain, counted to 10 000', 'count');
    this.watchWaiting('zd_audit_age_seconds', 'For how long the one of them has waited that has waited longest', 'seconds');
  }

  list(actor: Actor, query: AuditQuery): Promise<Page<AuditDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await AUDIT.list(tx, query), toAuditDto));
  }

  head(actor: Actor): Promise<AuditHeadDto> {
    return this.transactor.read(actor, headOf);
  }

  private watchWaiting(name: string, help: string, what: keyof WaitingLines): void {
    watchFigure({ name, help }, async () => [{ value: (await this.transactor.read(SYSTEM, waitingLines))[what] }]);
  }

  private async chainAll(signal: AbortSignal): Promise<void> {
    let chained: number;
    do {
      ({ chained } = await this.transactor.transact(SYSTEM, (tx) => chainWaiting(tx, CHAINED_AT_ONCE)));
    } while (chained === CHAINED_AT_ONCE && !signal.aborted);
  }

  private async tellHead(): Promise<void> {
    const head: AuditLink = await this.transactor.read(SYSTEM, headOf);
    if (head.position === this.told) return;
    this.told = head.position;
    log.info({ ...head }, 'head of the audit trail');
  }
}
