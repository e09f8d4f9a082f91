import { ApiPropertyOptional } from '@nestjs/swagger';
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
