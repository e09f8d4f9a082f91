import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { WholeText } from '../validation/numbers.js';
import { Opaque } from '../validation/typed.js';

/** The query of every list; a list with filters extends it. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', default: 50, description: '每页条数 / items on a page' })
  @IsOptional()
  @WholeText({ min: 1, max: 200 })
  limit: number = 50;

  @ApiPropertyOptional({ type: 'string', description: '上一页返回的 next / `next` of the page before' })
  @IsOptional()
  @Opaque({ max: 500 })
  cursor?: string;
}

/** A page of a list. `next` is the cursor of the page after it; null on the last. */
export class Page<T> {
  items: T[];
  next: string | null;
}

/**
 * Makes a page of rows: ask the database for `limit + 1`, and the one too many tells that there is a next page.
 * `cursorOf` gives the cursor of the last row shown.
 */
export function toPage<R, T>(rows: readonly R[], limit: number, toItem: (row: R) => T, cursorOf: (row: R) => string): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** The same page of other items. */
export const mapPage = <R, T>({ items, next }: Page<R>, toItem: (row: R) => T): Page<T> => ({ items: items.map(toItem), next });

const pages = new Map<Type, Type>();
const items = new Map<Type, Type>();

/** The page of a DTO, as OpenAPI shows it: `answers: PageOf(WorkOrderDto)`. */
export function PageOf<T>(item: Type<T>): Type<Page<T>> {
  const known = pages.get(item);
  if (known) return known as Type<Page<T>>;
  class PageDto extends Page<T> {}
  Object.defineProperty(PageDto, 'name', { value: `${item.name.replace(/Dto$/, '')}Page` });
  ApiProperty({ type: [item], description: '本页数据 / the items of this page' })(PageDto.prototype, 'items');
  ApiProperty({ type: String, nullable: true, description: '下一页游标；最后一页为 null / the cursor of the next page; null on the last' })(
    PageDto.prototype,
    'next',
  );
  pages.set(item, PageDto);
  items.set(PageDto, item);
  return PageDto;
}

/** The DTO of a page's items; undefined for what is no page. */
export const itemOf = (page: Type): Type | undefined => items.get(page);
