import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { showPast } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import type { PastCareDto, PastCareInput } from './past-care.dto.js';
import { PAST_CARE } from './past-care.store.js';

/** When key persons were looked after and visited before this system: without who they are, and nobody has to go there. */
@Injectable()
export class PastCareService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** Brings past care in, once, under the keyed hash of its number, so that what is kept leads back to no register. */
  async put(actor: Actor, reference: string, input: PastCareInput): Promise<PastCareDto> {
    const said = { ...input, firstDueOn: input.firstDueOn ?? null, visitedOn: input.visitedOn ?? [] };
    const { visitedOn, ...shown } = showPast(
      await PAST_CARE.put(this.transactor, actor, this.personalData.index.of(`past care ${reference}`), said),
    );
    return { ...shown, visitedOn: [...visitedOn], reference };
  }
}
