import { Injectable, type OnModuleInit } from '@nestjs/common';
import { yearsBefore } from '@zero-distance/calendar';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { Erasure, readPolicies, recordAccess } from '@zero-distance/platform';
import { POLICIES } from '../policy/policy.js';
import { sessionIdsOf } from '../session/session.store.js';
import { dossierYears } from './dossier.js';
import type { MediationCase } from './mediation-case.js';
import { dueDossiers, eraseDossier, MEDIATION_CASES } from './mediation-case.store.js';

const EVERY_MS = 10 * 60_000;
/** Cases of one transaction. */
const TOGETHER = 50;

/** 卷宗期满删除: the words of cases go when their time is over, in the leader. A case is done when its row says so, so a crash leaves none half done. */
@Injectable()
export class DossierService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('erase dossiers whose time is over', EVERY_MS, (signal) => this.eraseDue(signal));
  }

  private async eraseDue(signal: AbortSignal): Promise<void> {
    for (const isMatterErased of [true, false]) {
      let erased: number;
      do {
        erased = await this.transactor.transact(SYSTEM, async (tx) => {
          const years = dossierYears(await readPolicies(tx, POLICIES), isMatterErased);
          const due = await dueDossiers(tx, yearsBefore(tx.now, years), isMatterErased, TOGETHER);
          for (const one of due) await this.erase(tx, one);
          return due.length;
        });
      } while (erased === TOGETHER && !signal.aborted);
    }
  }

  private async erase(tx: Tx, one: MediationCase): Promise<void> {
    const sessions = await sessionIdsOf(tx, [one.id]);
    const erasure = new Erasure(tx, one.id);
    await eraseDossier(erasure, one.id);
    erasure.removeAnswers([one.id, ...sessions]);
    erasure.removeReasons([one.id]);
    MEDIATION_CASES.note(tx, one, 'erase');
    recordAccess(tx, 'case-mediation', { action: 'erase', subject: one.id, detail: { basis: 'retention-over' } });
  }
}
