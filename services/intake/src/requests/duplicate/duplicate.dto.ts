import { ApiProperty } from '@nestjs/swagger';
import { LIKENESSES, type LikenessKind } from '../../policy/policy.js';
import { RequestDto } from '../request/request.dto.js';

/** What speaks for two requests being of one matter. */
export class LikenessDto {
  @ApiProperty({ enum: LIKENESSES, description: '依据：标题、地点、类别、时间、同一来电人 / what is alike' }) kind: LikenessKind;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, example: 80, description: '相近程度（%） / how alike, in %' }) percent: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 40, description: '两点相距（米） / metres between the two points' })
  metres: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 1.5, description: '相隔天数 / days between the two' }) days: number | null;
}

/** 疑似重复: a request that may be of the same matter. */
export class DuplicateDto {
  @ApiProperty({ type: RequestDto, description: '疑似重复的诉求 / the request' }) request: RequestDto;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, example: 86, description: '得分 / its score' }) score: number;
  @ApiProperty({ type: [LikenessDto], description: '依据，最有力的在前 / why, what speaks most for it first' }) reasons: LikenessDto[];
}

/** 一件诉求的疑似重复. */
export class DuplicatesDto {
  @ApiProperty({ type: [DuplicateDto], description: '得分高的在前，至多十件 / the highest score first, ten at most' })
  items: DuplicateDto[];
}
