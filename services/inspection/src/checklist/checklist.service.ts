import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import type { ChecklistDto, PublishChecklistInput } from './checklist.dto.js';
import { draftFault, samePublication } from './checklist.js';
import { currentChecklist, findChecklist, insertChecklist } from './checklist.store.js';
import { toChecklistDto } from './checklist.view.js';

/** The versions of the checklist. */
@Injectable()
export class ChecklistService {
  constructor(private readonly transactor: Transactor) {}

  /** Publishes the next version; publishing a version again as it is changes nothing. */
  publish(actor: Actor, version: number, input: PublishChecklistInput): Promise<ChecklistDto> {
    return this.transactor.transact(actor, async (tx) => {
      const draft = { version, recheckWorkingDays: input.recheckWorkingDays, items: input.items };
      const known = await findChecklist(tx, version);
      if (known && samePublication(known, draft)) return toChecklistDto(known);
      if (known) throw refuse('checklist.version_fixed', { version });
      const fault = draftFault(draft, (await currentChecklist(tx)).version);
      if (fault) throw fault;
      const checklist = { ...draft, publishedAt: tx.now, publishedBy: actor.id };
      insertChecklist(tx, checklist);
      return toChecklistDto(checklist);
    });
  }

  current(actor: Actor): Promise<ChecklistDto> {
    return this.transactor.read(actor, async (tx) => toChecklistDto(await currentChecklist(tx)));
  }

  get(actor: Actor, version: number): Promise<ChecklistDto> {
    return this.transactor.read(actor, async (tx) => {
      const checklist = await findChecklist(tx, version);
      if (!checklist) throw refuse('checklist.not_found', { version });
      return toChecklistDto(checklist);
    });
  }
}
