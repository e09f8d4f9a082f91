import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { AREAS } from '../../reference/area/area.store.js';
import type { AreaMentionsDto } from './area-mention.dto.js';
import { mentionsOf } from './area-mention.store.js';

/** Lists of other services with what may lie in an area. */
const ELSEWHERE = [
  'dispatch/v1/responsibilities',
  'dispatch/v1/work-orders',
  'dispatch/v1/whistles',
  'case-mediation/v1/cases',
  'case-mediation/v1/mediators',
  'inspection/v1/premises',
  'inspection/v1/hazards',
  'evaluation/v1/callbacks',
  'gateway/v1/accounts',
  'gateway/v1/clients',
];

/** The same, of lists that are filtered by no area. */
const UNFILTERED = ['dispatch/v1/organisations', 'dispatch/v1/duty-shifts', 'gateway/v1/webhooks'];

/** 尚在提及: what an administrator looks through before and after an area is retired, and moves. */
@Injectable()
export class AreaMentionService {
  constructor(private readonly transactor: Transactor) {}

  /** Throws 403 for an area outside the caller's. */
  of(actor: Actor, code: string): Promise<AreaMentionsDto> {
    assertWithinArea(actor, code, 'code');
    return this.transactor.read(actor, async (tx) => {
      const { successorArea } = await AREAS.load(tx, code);
      const elsewhere = [...ELSEWHERE.map((list) => `${list}?areaCode=${code}`), ...UNFILTERED].map((list) => `/api/${list}`);
      return { successorArea, ...(await mentionsOf(tx, code)), elsewhere };
    });
  }
}
