import { ApiPropertyOptional } from '@nestjs/swagger';
import { REQUEST_KINDS, type RequestKind } from '@zero-distance/contracts';
import { ChangesQuery, IsAreaCode, Reference, SearchText } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REQUEST_SORTS } from '../search/search-query.js';
import { REQUEST_STATES, type RequestState } from './request.transitions.js';

/** Which requests to list. */
export class RequestQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '路灯',
    description:
      '查找：编号的任一部分（261127-17、417）、上游平台编号、社区或网格的区划代码、事项分类代码，或标题、地点、内容中的词（须全部出现，名称也按词查找；新登记的约两秒后可查；符合者过多时只看最新的 2000 件）。电话号码请用 find-by-phone，不写在网址里 / any part of a number (261127-17, 417), the upstream reference, the code of a community, a grid or a category, or words of title, place and text, all of which must be there, names too; what is new is found after about two seconds, and where too much fits, only the newest 2,000. For telephone numbers there is find-by-phone: they do not belong into a URL',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({
    enum: REQUEST_SORTS,
    default: 'newest',
    description:
      '排序：newest 最新在前；relevance 最新的 2000 件符合者按相关度，仅与 q 同用 / newest first; or, with q only, of the newest 2,000 that fit those that fit best first',
  })
  @IsOptional()
  @IsIn(REQUEST_SORTS)
  sort?: (typeof REQUEST_SORTS)[number];

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
