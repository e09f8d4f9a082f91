import { ApiProperty } from '@nestjs/swagger';
import { KNOCK_OUTCOMES, type KnockOutcome } from '@zero-distance/contracts';
import { OfRegister } from '@zero-distance/platform';

const COUNT = { type: 'integer', example: 3 } as const;

/** 敲门结果分布. */
export class OutcomeCountDto {
  @ApiProperty({ enum: KNOCK_OUTCOMES, example: 'not-home', description: '结果 / outcome' }) outcome: KnockOutcome;
  @ApiProperty({ ...COUNT, description: '户数 / households' }) households: number;
}

/** 敲门率. */
export class CoverageDto {
  @ApiProperty({ ...COUNT, example: 60, description: '名单户数 / households on the list' }) targets: number;
  @ApiProperty({ ...COUNT, example: 48, description: '见到的 / met' }) met: number;
  @ApiProperty({ type: Number, nullable: true, example: 0.8, description: '敲门率：见到 ÷ 名单户数 / met ÷ households' }) coverage:
    | number
    | null;
  @ApiProperty({ type: [OutcomeCountDto], description: '各结果户数 / households by outcome' }) outcomes: OutcomeCountDto[];
  @ApiProperty({ ...COUNT, example: 0, description: '尚未敲门的 / where nobody has knocked' }) unknocked: number;
  @ApiProperty({
    ...COUNT,
    example: 60,
    description:
      '有说明的：见到、有结果，或结束时作了说明 / explained: met, with an outcome, or by what was said when the round was closed',
  })
  explained: number;
}

/** 一个网格的敲门率. */
export class GridCoverageDto extends CoverageDto {
  @ApiProperty({
    type: String,
    example: '230903011001',
    description: '网格；不知网格的为社区 / grid, or the community for what lies in none known',
  })
  @OfRegister('area')
  areaCode: string;
}

/** 敲门率, in all and by grid. */
export class RoundCoverageDto extends CoverageDto {
  @ApiProperty({ type: [GridCoverageDto], description: '按网格 / by grid' }) grids: GridCoverageDto[];
}
