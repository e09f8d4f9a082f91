import { Injectable } from '@nestjs/common';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { Organisations } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { loadCase } from '../mediation-case/mediation-case.store.js';
import { type HoldSessionDto, type SessionDto, toSessionDto } from './session.dto.js';
import { holdSession } from './session.js';
import { addSession } from './session.store.js';

/** The sessions after the first, which `start` records. They change no state of the case and tell nobody: they are confidential. */
@Injectable()
export class SessionService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  async record(actor: Actor, caseId: string, input: HoldSessionDto): Promise<SessionDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.transact(actor, async (tx) => {
      const current = await loadCase(tx, reach, caseId);
      if (current.state !== 'mediating') throw refuse('session.not_mediating', { state: current.state });
      const session = unwrap(holdSession(current, { ...input, heldAt: new Date(input.heldAt) }, tx.now));
      addSession(tx, current, session);
      return toSessionDto(session);
    });
  }
}
