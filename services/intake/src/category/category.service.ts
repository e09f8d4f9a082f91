import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/messaging';
import { decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import type { CategoryDto, CategoryQuery, RegisterCategoryDto } from './category.dto.js';
import { CategoryEntity } from './category.entity.js';

/** The editable category tree that requests are filed under. */
@Injectable()
export class CategoryService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterCategoryDto, ifMatch?: number): Promise<CategoryDto> {
    return this.transactor.transact(actor, async (tx) => {
      const known = await tx.findOne(CategoryEntity, { code });
      if (known) expectVersion(known.version, ifMatch);
      const category = { code, name: input.name, version: (known?.version ?? 0) + 1 };
      const sql =
        'insert into category (code, name) values ($1, $2) on conflict (code) do update set name = $2, version = category.version + 1';
      tx.write(sql, [code, input.name]);
      return category;
    });
  }

  list(actor: Actor, query: CategoryQuery): Promise<Page<CategoryDto>> {
    const [after] = decodeCursor(query.cursor, ['text']) ?? [''];
    return this.transactor.read(actor, async (tx) => {
      const sql = `select ${tx.columns(CategoryEntity)} from category where code like $1 || '%' and code > $2 order by code limit $3`;
      const rows = await tx.page<CategoryEntity>(sql, [query.prefix ?? '', after, query.limit + 1]);
      return toPage(
        rows,
        query.limit,
        (row) => row,
        (row) => encodeCursor(row.code),
      );
    });
  }
}
