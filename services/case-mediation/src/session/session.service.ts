import { Injectable } from '@nestjs/common';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { MEDIATION_CASES } from '../mediation-case/mediation-case.store.js';
import type { HoldSessionInput, SessionDto } from './session.dto.js';
import { holdSession } from './session.js';
import { addSession } from './session.store.js';
import { toSessionDto } from './session.view.js';

/** The sessions after the first, which `start` records. They change no state of the case and tell nobody: they are confidential. */
@Injectable()
export class SessionService {
  constructor(private readonly transactor: Transactor) {}

  record(actor: Actor, caseId: string, input: HoldSessionInput): Promise<SessionDto> {
    return this.transactor.transact(actor, async (tx) => {
      const current = await MEDIATION_CASES.load(tx, caseId);
      if (current.state !== 'mediating') throw refuse('session.not_mediating', { state: current.state });
      const session = unwrap(holdSession(current, { ...input, heldAt: new Date(input.heldAt) }, tx.now));
      addSession(tx, current, session);
      return toSessionDto(session);
    });
  }
}
