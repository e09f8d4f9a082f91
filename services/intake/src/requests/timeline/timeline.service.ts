import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { MOST_PARTS } from '../../policy/policy.js';
import { organisationNames } from '../../reference/organisation/organisation.store.js';
import { REQUESTS } from '../request/request.store.js';
import type { TimelineDto } from './timeline.dto.js';
import { toTimelineEntryDto } from './timeline.view.js';

/** The whole story of one request across services, from what intake did and heard. */
@Injectable()
export class TimelineService {
  constructor(private readonly transactor: Transactor) {}

  get(actor: Actor, requestId: string): Promise<TimelineDto> {
    return this.transactor.read(actor, async (tx) => {
      const request = await REQUESTS.load(tx, requestId);
      const parts = await REQUESTS.list(tx, { parentId: requestId, limit: MOST_PARTS }); // those that the caller may see
      const stories = [request, ...parts.items.toReversed()].map(async (one) =>
        (await REQUESTS.history(tx, one)).map((line) => ({ line, part: one === request ? null : one.number })),
      );
      const history = (await Promise.all(stories)).flat().toSorted((a, b) => a.line.at.getTime() - b.line.at.getTime());
      const ids = [...new Set(history.map(({ line }) => line.detail?.organisationId).filter((id) => typeof id === 'string'))];
      const names = await organisationNames(tx, ids);
      const entries = history.map(({ line, part }) => toTimelineEntryDto(line, names, part));
      return { requestId, number: request.number, state: request.state, entries };
    });
  }
}
