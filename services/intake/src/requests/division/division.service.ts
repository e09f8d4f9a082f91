import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { sealMatterText } from '@zero-distance/personal-data';
import { AreasInUse, assertWithinArea, mapPage, type Page, type PageQuery, readPolicies } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { CategoriesInUse } from '../../reference/category/categories-in-use.service.js';
import { removeHandlers, saveRegistrar } from '../participation/participation.store.js';
import { divided } from '../request/part.js';
import type { RequestDto } from '../request/request.dto.js';
import type { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { stepBySystem } from '../request/request.transitions.js';
import { toRequestDto } from '../request/request.view.js';
import type { DivideInput } from './division.dto.js';
import { checkParts, partOf } from './division.js';

/** 分办: one request with several matters. Each is a request of its own, answered, asked about and counted with the whole. */
@Injectable()
export class DivisionService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly categoriesInUse: CategoriesInUse,
    private readonly areas: AreasInUse,
  ) {}

  divide(actor: Actor, id: string, { parts, reason }: DivideInput, ifMatch?: number): Promise<RequestDto> {
    parts.forEach(({ areaCode }, i) => {
      if (areaCode === undefined) return; // where the whole is, whatever became of that
      assertWithinArea(actor, areaCode, `/parts/${i}/areaCode`);
      this.areas.need(areaCode, `/parts/${i}/areaCode`);
    });
    return this.transactor.transact(actor, async (tx) => {
      const [whole, policies] = await Promise.all([REQUESTS.load(tx, id, ifMatch), readPolicies(tx, POLICIES)]);
      const categories = parts.map(({ categoryCode }, i) => this.categoriesInUse.need(categoryCode, `/parts/${i}/categoryCode`));
      const step = REQUESTS.step(tx, whole, 'divide');
      const refusal = checkParts(whole, parts, policies['most-parts']);
      if (refusal) throw refusal;
      const begun = parts.map((part, i) => ({
        ...whole,
        ...partOf(whole, part, i + 1, tx.now),
        emergencyNumber: categories[i]?.emergencyNumber ?? null,
      }));
      const after = REQUESTS.save(tx, { ...divided(step, begun), reason }); // first: of two who divide it at once, one is refused here
      removeHandlers(tx, id);
      for (const part of begun) this.begin(tx, part);
      return toRequestDto(after, actor);
    });
  }

  /** Queues a part, as if it was taken in with the whole; an emergency is redirected at once. */
  private begin(tx: Tx, part: RequestEntity): void {
    const told = { ...part, sealedText: sealMatterText(this.personalData.shared, part.id, part) };
    REQUESTS.insert(tx, told, { steps: part.emergencyNumber === null ? [] : [stepBySystem(told, 'redirect')] });
    if (part.registeredBy) saveRegistrar(tx, part.id, part.registeredBy);
  }

  /** Of the parts of a request, those that the caller may see. */
  parts(actor: Actor, id: string, page: PageQuery): Promise<Page<RequestDto>> {
    return this.transactor.read(actor, async (tx) => {
      await REQUESTS.load(tx, id);
      return mapPage(await REQUESTS.list(tx, { ...page, parentId: id }), (part) => toRequestDto(part, actor));
    });
  }
}
