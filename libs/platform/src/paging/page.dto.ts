import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { WholeText } from '../validation/numbers.js';
import { Instant, Opaque } from '../validation/typed.js';
import { MOST_ITEMS } from './most-items.js';

/** The query of every list; a list with filters extends it. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', default: 50, description: '每页条数 / items on a page' })
  @IsOptional()
  @WholeText({ min: 1, max: MOST_ITEMS })
  limit: number = 50;

  @ApiPropertyOptional({ type: 'string', description: '上一页返回的 next / `next` of the page before' })
  @IsOptional()
  @Opaque({ max: 500 })
  cursor?: string;
}

/** The query of a list that knows when its rows changed. */
export class ChangesQuery extends PageQuery {
  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-11-01T00:00:00Z',
    description:
      '只列此时以来有变更的，最早变更在前。一页可能不足 limit 条甚至为空，只要有 next 就继续取；最后一页的 until 作下次的 updatedSince，不漏不重 / only what has changed since, the first change first. A page may hold less than `limit`, even nothing: go on while there is a `next`. The `until` of the last page is the next `updatedSince`: nothing is missed, and what has not changed again is not told again',
  })
  @IsOptional()
  @Instant()
  updatedSince?: string;
}
