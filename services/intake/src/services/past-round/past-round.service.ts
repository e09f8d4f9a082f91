import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { showPast } from '@zero-distance/platform';
import type { PastRoundDto, PastRoundInput } from './past-round.dto.js';
import { PAST_ROUNDS } from './past-round.store.js';

/** Door-knocking rounds of the time before this system, brought along by grid with their own times: nobody knocks again for it. */
@Injectable()
export class PastRoundService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings one grid of a past round in, once. */
  async put(actor: Actor, reference: string, input: PastRoundInput): Promise<PastRoundDto> {
    return showPast(await PAST_ROUNDS.put(this.transactor, actor, reference, { ...input, openedAt: new Date(input.openedAt) }));
  }
}
