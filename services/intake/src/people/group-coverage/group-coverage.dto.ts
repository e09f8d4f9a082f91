import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsAreaCode, OfRegister, Reference } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';

/** Where, and when. */
export class GroupCoverageQuery {
  @ApiProperty({ type: String, example: '230903011', description: '区划及其下级 / in this area' })
  @IsAreaCode()
  areaCode: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026',
    description: '期间 YYYY 或 YYYY-MM，不填为本月 / a year or a month; this month, unless told',
  })
  @IsOptional()
  @Reference({ max: 7 })
  period?: string;
}

/** 覆盖率 of one group, or of all. */
export class CoverageDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'elderly',
    description: '群体编码；空为全部，每人只计一次 / the group; null: all, each person once',
  })
  group: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 1200, description: '期内属于该群体的人数 / belonged to it in the period' })
  registered: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 960,
    description:
      '其中期内得到服务的人数（有效走访、办结的服务单） / of these served: by a visit that counts, or a service order that was closed',
  })
  served: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 0.8, description: '覆盖率 0–1 / coverage' }) rate: number | null;
  @ApiProperty({ type: Boolean, description: '人数少于策略 coverage-minimum，不予显示 / withheld: fewer than the policy coverage-minimum' })
  withheld: boolean;
}

/** 群体服务覆盖率. */
export class GroupCoverageDto {
  @ApiProperty({ type: String, example: '230903011', description: '区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, example: '2026', description: '期间 / period' }) period: string;
  @ApiProperty({ type: CoverageDto, description: '全部群体 / all groups' }) all: CoverageDto;
  @ApiProperty({ type: [CoverageDto], description: '各群体 / each group' }) groups: CoverageDto[];
}
