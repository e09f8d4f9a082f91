import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CategoriesInUse } from './categories-in-use.service.js';
import type { CategoryDto, CategoryQuery, RegisterCategoryInput } from './category.dto.js';
import type { CategoryEntity } from './category.entity.js';
import { CATEGORIES } from './category.store.js';
import { toCategoryDto } from './category.view.js';

/** The editable category tree that requests are filed under. Intake owns it and tells the others by event. */
@Injectable()
export class CategoryService {
  constructor(
    private readonly transactor: Transactor,
    private readonly inUse: CategoriesInUse,
  ) {}

  async register(actor: Actor, code: string, input: RegisterCategoryInput, ifMatch?: number): Promise<CategoryDto> {
    const answer = await this.transactor.transact(actor, async (tx) => {
      const known = await CATEGORIES.find(tx, code);
      const facts = factsOf(known, input);
      const { row } = await CATEGORIES.put(tx, code, facts, ifMatch, (put, before) => assertInUse(put, before));
      return toCategoryDto(row);
    });
    await this.transactor.whenCommitted(this.inUse.refresh);
    return answer;
  }

  /** 停用: nothing more is filed under it; what is filed there already goes on, and keeps its code. */
  async retire(actor: Actor, code: string, successor: string, ifMatch?: number): Promise<CategoryDto> {
    const answer = await this.transactor.transact(actor, async (tx) => {
      await tx.execute('select from category where code in ($1, $2) order by code for update', [code, successor]);
      const [known, next] = await Promise.all([CATEGORIES.find(tx, code), CATEGORIES.find(tx, successor)]);
      if (!known) throw refuse('category.not_found', { code });
      if (code === successor || !next) throw refuse('category.successor_wanted', {}, '/successorCategory');
      if (next.successorCategory)
        throw refuse('category.retired', { code: successor, successor: next.successorCategory }, '/successorCategory');
      const { id: _, code: __, version: ___, ...facts } = known;
      const retired = { ...facts, retiredAt: known.retiredAt ?? tx.now, successorCategory: successor };
      return toCategoryDto((await CATEGORIES.put(tx, code, retired, ifMatch)).row);
    });
    await this.transactor.whenCommitted(this.inUse.refresh);
    return answer;
  }

  list(actor: Actor, query: CategoryQuery): Promise<Page<CategoryDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await CATEGORIES.list(tx, query), toCategoryDto));
  }
}

type Facts = Omit<CategoryEntity, 'id' | 'code' | 'version'>;

/** What a PUT says, with what it does not say: whether the category is in use. */
const factsOf = (known: CategoryEntity | undefined, input: RegisterCategoryInput): Facts => ({
  name: input.name,
  scheme: input.scheme ?? 'district',
  synonyms: input.synonyms ?? [],
  localNames: input.localNames ?? [],
  exclusions: input.exclusions ?? [],
  confusables: input.confusables ?? [],
  filingConditions: input.filingConditions ?? null,
  closingConditions: input.closingConditions ?? null,
  requiredEvidence: input.requiredEvidence ?? [],
  finderRechecks: input.finderRechecks ?? false,
  componentType: input.componentType ?? null,
  matterType: input.matterType ?? null,
  open311Code: input.open311Code ?? null,
  emergencyNumber: input.emergencyNumber ?? null,
  retiredAt: known?.retiredAt ?? null,
  successorCategory: known?.successorCategory ?? null,
});

function assertInUse(put: CategoryEntity, before: CategoryEntity | undefined): void {
  if (before?.successorCategory && !isDeepStrictEqual({ ...before }, { ...put, version: before.version }))
    throw refuse('category.retired', { code: before.code, successor: before.successorCategory });
}
