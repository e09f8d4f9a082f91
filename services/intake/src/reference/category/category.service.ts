import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { mapPage, type Page } from '@zero-distance/platform';
import type { CategoryDto, CategoryQuery, RegisterCategoryInput } from './category.dto.js';
import { CATEGORIES } from './category.store.js';
import { toCategoryDto } from './category.view.js';

/** The editable category tree that requests are filed under. Intake owns it and tells the others by event. */
@Injectable()
export class CategoryService {
  constructor(private readonly transactor: Transactor) {}

  register(
    actor: Actor,
    code: string,
    { name, synonyms = [], emergencyNumber }: RegisterCategoryInput,
    ifMatch?: number,
  ): Promise<CategoryDto> {
    return this.transactor.transact(actor, async (tx) =>
      toCategoryDto((await CATEGORIES.put(tx, code, { name, synonyms, emergencyNumber: emergencyNumber ?? null }, ifMatch)).row),
    );
  }

  list(actor: Actor, query: CategoryQuery): Promise<Page<CategoryDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await CATEGORIES.list(tx, query), toCategoryDto));
  }
}
