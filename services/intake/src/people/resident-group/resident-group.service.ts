import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { mapPage, type Page } from '@zero-distance/platform';
import type { RegisterResidentGroupInput, ResidentGroupDto, ResidentGroupQuery } from './resident-group.dto.js';
import { RESIDENT_GROUPS } from './resident-group.store.js';
import { toResidentGroupDto } from './resident-group.view.js';

/** 群体 that have services of their own. */
@Injectable()
export class ResidentGroupService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, { name, retiredOn }: RegisterResidentGroupInput, ifMatch?: number): Promise<ResidentGroupDto> {
    return this.transactor.transact(actor, async (tx) =>
      toResidentGroupDto((await RESIDENT_GROUPS.put(tx, code, { name, retiredOn: retiredOn ?? null }, ifMatch)).row),
    );
  }

  /** Everybody may read which groups there are. */
  list(query: ResidentGroupQuery): Promise<Page<ResidentGroupDto>> {
    return this.transactor.read(SYSTEM, async (tx) => mapPage(await RESIDENT_GROUPS.list(tx, query), toResidentGroupDto));
  }
}
