import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { putRow } from '../register/register.store.js';
import type { CategoryDto, CategoryQuery, RegisterCategoryDto } from './category.dto.js';
import { CategoryEntity } from './category.entity.js';
import { listCategories } from './category.store.js';

/** The editable category tree that requests are filed under. Intake owns it and tells the others by event. */
@Injectable()
export class CategoryService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterCategoryDto, ifMatch?: number): Promise<CategoryDto> {
    if (!/^\d{6}$/.test(code)) throw refuse('category.code_invalid', { code });
    return this.transactor.transact(actor, async (tx) => {
      const { row, changed } = await putRow(tx, CategoryEntity, code, { name: input.name }, ifMatch);
      if (changed) tx.emit('intake.category.registered.v1', row, { categoryId: row.id, code, name: row.name });
      return toDto(row);
    });
  }

  list(actor: Actor, query: CategoryQuery): Promise<Page<CategoryDto>> {
    const [after] = decodeCursor(query.cursor, ['text']) ?? [''];
    return this.transactor.read(actor, async (tx) => {
      const rows = await listCategories(tx, query.prefix ?? '', after, query.limit + 1);
      return toPage(rows, query.limit, toDto, (row) => encodeCursor(row.code));
    });
  }
}

const toDto = ({ id: _, ...category }: CategoryEntity): CategoryDto => category;
