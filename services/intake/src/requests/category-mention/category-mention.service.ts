import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { refuse } from '../../errors.js';
import { CATEGORIES } from '../../reference/category/category.store.js';
import type { CategoryMentionsDto } from './category-mention.dto.js';
import { mentionsOf } from './category-mention.store.js';

/** 尚在提及: what an administrator looks through before and after a category is retired. */
@Injectable()
export class CategoryMentionService {
  constructor(private readonly transactor: Transactor) {}

  of(actor: Actor, code: string): Promise<CategoryMentionsDto> {
    return this.transactor.read(actor, async (tx) => {
      const [category, mentions] = await Promise.all([CATEGORIES.find(tx, code), mentionsOf(tx, code)]);
      if (!category || !mentions) throw refuse('category.not_found', { code });
      return {
        successorCategory: category.successorCategory,
        ...mentions,
        elsewhere: [`/api/dispatch/v1/responsibilities?categoryPrefix=${code}`],
      };
    });
  }
}
