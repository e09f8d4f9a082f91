import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { SERVICE_ITEMS } from '../service-item/service-item.store.js';
import type {
  ClerkQualificationDto,
  ClerkQualificationParams,
  ClerkQualificationQuery,
  RegisterClerkQualificationInput,
} from './clerk-qualification.dto.js';
import { refuseQualification } from './clerk-qualification.errors.js';
import { keyOf } from './clerk-qualification.js';
import { CLERK_QUALIFICATIONS } from './clerk-qualification.store.js';
import { toClerkQualificationDto } from './clerk-qualification.view.js';

/** 一人通办资格: which items a clerk completes alone. */
@Injectable()
export class ClerkQualificationService {
  constructor(private readonly transactor: Transactor) {}

  register(
    actor: Actor,
    { clerkId, itemCode }: ClerkQualificationParams,
    input: RegisterClerkQualificationInput,
    ifMatch?: number,
  ): Promise<ClerkQualificationDto> {
    const { organisation, areaCode, since, retiredOn = null } = input;
    assertWithinArea(actor, areaCode, '/areaCode');
    if (retiredOn !== null && retiredOn < since) throw refuseQualification('clerk_qualification.days_turned', {}, '/retiredOn');
    return this.transactor.transact(actor, async (tx) => {
      const item = await SERVICE_ITEMS.find(tx, itemCode);
      if (!item) throw refuseQualification('clerk_qualification.no_item', { code: itemCode }, 'itemCode');
      const facts = { clerkId, itemCode, organisation, areaCode, since, retiredOn };
      const { row } = await CLERK_QUALIFICATIONS.put(tx, keyOf(clerkId, itemCode), facts, ifMatch, (_, before) => {
        if (before) assertWithinArea(actor, before.areaCode, 'clerkId');
        else if (!item.oneStop) throw refuseQualification('clerk_qualification.not_one_stop', { code: itemCode }, 'itemCode');
      });
      return toClerkQualificationDto(row);
    });
  }

  list(actor: Actor, query: ClerkQualificationQuery): Promise<Page<ClerkQualificationDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await CLERK_QUALIFICATIONS.list(tx, query), toClerkQualificationDto));
  }
}
