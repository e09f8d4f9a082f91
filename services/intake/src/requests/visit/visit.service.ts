import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { mapPage, type Page, type PageQuery } from '@zero-distance/platform';
import { RECEPTION_DAYS } from '../reception-day/reception-day.store.js';
import type { RequestDto } from '../request/request.dto.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';

/** 来访诉求: what the visitors of a reception day asked for, as far as the caller may see it, and what became of it. */
@Injectable()
export class VisitService {
  constructor(private readonly transactor: Transactor) {}

  list(actor: Actor, receptionDayId: string, page: PageQuery): Promise<Page<RequestDto>> {
    return this.transactor.read(actor, async (tx) => {
      await RECEPTION_DAYS.load(tx, receptionDayId);
      return mapPage(await REQUESTS.list(tx, { ...page, receptionDayId }), (request) => toRequestDto(request, actor));
    });
  }
}
