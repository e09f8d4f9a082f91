import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Page } from './page.js';

const pages = new Map<Type, Type>();
const items = new Map<Type, Type>();

const UNTIL = {
  type: String,
  format: 'date-time',
  nullable: true,
  description:
    '仅在按 updatedSince 查询的最后一页给出：此时之前的变更均已列出，下次以它作 updatedSince；否则为 null / only on the last page when asked with `updatedSince`, else null: every change before this time has been told; ask next with it',
} as const;

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

/** The page of a list that knows when its rows changed: `ChangesQuery` asks for it. */
export function ChangesPageOf<T>(item: Type<T>): Type<Page<T>> {
  const page = PageOf(item);
  ApiProperty(UNTIL)(page.prototype, 'until');
  return page;
}

/** The DTO of a page's items; undefined for what is no page. */
export const itemOf = (page: Type): Type | undefined => items.get(page);
