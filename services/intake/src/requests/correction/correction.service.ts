import { Injectable } from '@nestjs/common';
import { type Actor, newId, SYSTEM, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { sealMatterText } from '@zero-distance/personal-data';
import { AreasInUse, assertWithinArea } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { CategoriesInUse } from '../../reference/category/categories-in-use.service.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { checkPosition } from '../request/point.store.js';
import type { RequestDto } from '../request/request.dto.js';
import type { RequestEntity } from '../request/request.entity.js';
import { type Correct, columnOf, correctedFields } from '../request/request.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import type { CorrectInput, CorrectionsDto } from './correction.dto.js';
import { correctTo, WORDS_OF_CORRECTIONS } from './correction.js';
import { correctionsOf, keepCorrection, MOST_CORRECTIONS } from './correction.store.js';
import { toCorrectionDto } from './correction.view.js';

/** 更正: sets right what a request is about. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly categories: CategoriesInUse,
    private readonly areas: AreasInUse,
  ) {}

  /** What is corrected holds for everybody from now on: who works on it hears of it, figures move, and what stood there before is kept. */
  correct(actor: Actor, id: string, input: CorrectInput, ifMatch?: number): Promise<RequestDto> {
    if (input.areaCode !== undefined) assertWithinArea(actor, input.areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      if (input.point) await checkPosition(tx, input.point.coordinates);
      const request = await REQUESTS.load(tx, id, ifMatch);
      const { categoryCode = request.categoryCode } = input;
      if (input.areaCode !== undefined && input.areaCode !== request.areaCode) this.areas.need(input.areaCode);
      if (categoryCode !== request.categoryCode) this.categories.need(categoryCode);
      return toRequestDto(await this.take(tx, request, input), actor);
    });
  }

  list(actor: Actor, id: string): Promise<CorrectionsDto> {
    return this.transactor.read(actor, async (tx) => {
      const [corrections] = await Promise.all([correctionsOf(tx, id), REQUESTS.load(tx, id)]); // who may not see it gets the 404 alone
      return { items: corrections.map(toCorrectionDto) };
    });
  }

  /** Queues the correction of a request that the caller has loaded, in the transaction of whatever sets it right. */
  async take(tx: Tx, request: RequestEntity, input: CorrectInput): Promise<RequestEntity> {
    if (tx.actor.id !== SYSTEM.id && (await correctionsOf(tx, request.id)).length >= MOST_CORRECTIONS)
      throw refuse('request.corrected_too_often', { limit: MOST_CORRECTIONS });
    const asked = correctTo(request, input);
    const fields = correctedFields(request, asked);
    if (fields.length === 0) throw refuse('request.nothing_corrected');
    if (request.service && (fields.includes('category') || fields.includes('title'))) throw refuseService('request.service_is_provided');
    const columns = fields.map(columnOf);
    const step = withChanges(REQUESTS.step(tx, request, 'correct'), only(columns, asked));
    const hasWords = WORDS_OF_CORRECTIONS.some((column) => columns.includes(column));
    const sealedText = hasWords ? sealMatterText(this.personalData.shared, request.id, step.after) : undefined;
    const { reason } = input;
    keepCorrection(tx, {
      id: newId(tx.now.getTime()),
      requestId: request.id,
      at: tx.now,
      actorId: tx.actor.id,
      reason,
      before: only(columns, request),
      after: only(columns, asked),
    });
    return REQUESTS.save(tx, { ...step, after: { ...step.after, sealedText }, reason });
  }
}

const only = (columns: readonly (keyof Correct)[], from: Correct): Partial<Correct> =>
  Object.fromEntries(columns.map((column) => [column, from[column]]));
