import { ApiPropertyOptional } from '@nestjs/swagger';
import { REQUEST_KINDS, type RequestKind } from '@zero-distance/contracts';
import { IsAreaCode, PageQuery, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REQUEST_STATES, type RequestState } from './request.transitions.js';

/** Which requests to list. */
export class RequestQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '区划前缀 / area code prefix' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: REQUEST_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(REQUEST_STATES)
  state?: RequestState;

  @ApiPropertyOptional({ enum: REQUEST_KINDS, description: '诉求类型 / kind' })
  @IsOptional()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;

  @ApiPropertyOptional({ type: String, description: '诉求编号 / number' })
  @IsOptional()
  @Reference({ max: 40 })
  number?: string;

  @ApiPropertyOptional({ type: String, description: '上游平台编号 / upstream reference' })
  @IsOptional()
  @Reference({ max: 64 })
  upstreamReference?: string;
}
