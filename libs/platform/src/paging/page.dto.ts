import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { WholeText } from '../validation/numbers.js';
import { Opaque } from '../validation/typed.js';
import { Page } from './page.js';

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
