import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { AREA_COMPARISON_TYPES, type AreaComparisonType } from '@zero-distance/contracts';
import { IsAreaCode, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { FIGURE_NAMES, type FigureName, type ShownFigures } from './few.js';
import type { Rate } from './figure.js';

/** Which area, and when. */
export class FigureQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011',
    description: '区划代码；缺省为您的全部辖区 / area code; all you may see when absent',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026-11',
    description: '期间 YYYY、YYYY-MM 或 YYYY-MM-DD；缺省为本月 / this month when absent',
  })
  @IsOptional()
  @Reference({ max: 10 })
  period?: string;
}

/** Which areas are compared, and when. */
export class ComparisonQuery extends FigureQuery {
  @ApiProperty({
    enum: AREA_COMPARISON_TYPES,
    example: 'old-estate',
    description: '只在同类区划之间比较 / areas are compared only within their type',
  })
  @IsIn(AREA_COMPARISON_TYPES)
  comparisonType: AreaComparisonType;
}

/** 比率. */
export class RateDto implements Rate {
  @ApiProperty({ type: 'integer', description: '分子 / numerator' }) numerator: number;
  @ApiProperty({ type: 'integer', description: '分母 / denominator' }) denominator: number;
  @ApiProperty({ type: Number, nullable: true, example: 0.9231, description: '比率 0–1；分母为 0 时为空 / null when nothing to divide by' })
  rate: number | null;
  @ApiProperty({ type: Boolean, description: '小样本，谨慎解读 / a small sample: read with care' }) smallSample: boolean;
}

class FiguresDto implements ShownFigures {
  @ApiProperty({ type: 'integer', nullable: true, description: '受理 / requests taken in' }) received: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '当场答复 / answered on the spot' }) answeredOnTheSpot: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '不予受理 / declined' }) declined: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '撤回 / withdrawn' }) withdrawn: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '办结：重办后再办结只计一次 / closed: once, however often reopened' })
  closed: number | null;
  @ApiProperty({
    type: RateDto,
    nullable: true,
    description: '办结率：期内到期的工单中已办结的 / work orders due in the period, of which closed',
  })
  closingRate: RateDto | null;
  @ApiProperty({
    type: RateDto,
    nullable: true,
    description: '按时率：期内首次答复的工单中每轮均按时的 / orders answered, of which in time in every round',
  })
  onTimeRate: RateDto | null;
  @ApiProperty({ type: RateDto, nullable: true, description: '响应率：有效回访中联系到的 / effective callbacks, of which reached' })
  responseRate: RateDto | null;
  @ApiProperty({ type: RateDto, nullable: true, description: '解决率：有效回访中已解决的 / effective callbacks, of which solved' })
  solvedRate: RateDto | null;
  @ApiProperty({
    type: RateDto,
    nullable: true,
    description: '满意率：有效回访中基本满意及以上的 / effective callbacks, of which at least basically satisfied',
  })
  satisfactionRate: RateDto | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '首次答复时长中位数（小时），误差 5% 以内 / median hours to the first answer, within 5 %',
  })
  medianResponseHours: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '九成诉求首次答复时长（小时），误差 5% 以内 / nine in ten were answered within',
  })
  p90ResponseHours: number | null;
  @ApiProperty({ type: RateDto, nullable: true, description: '调解成功率：期内受理的案件中达成协议的 / cases accepted, of which agreed' })
  mediationRate: RateDto | null;
  @ApiProperty({ type: RateDto, nullable: true, description: '排查合格率 / visits at which nothing failed' }) visitPassRate: RateDto | null;
  @ApiProperty({ type: RateDto, nullable: true, description: '隐患整改率：期内发现的隐患中已整改的 / hazards found, of which settled' })
  hazardSettledRate: RateDto | null;
  @ApiProperty({
    enum: FIGURE_NAMES,
    isArray: true,
    example: [],
    description:
      '未给出的指标（为空）：涉及的件数少于策略 publish-minimum；能查看诉求本身的人看到全部 / null because of fewer than the policy publish-minimum; who sees the matters themselves is shown all',
  })
  withheld: readonly FigureName[];
}

/** Whose figures. */
export class AreaOfFiguresDto {
  @ApiProperty({ type: String, example: '230903011', description: '区划代码；空为全部 / area code; empty for the whole' }) areaCode: string;
  @ApiProperty({ type: String, nullable: true, example: '桃东街道', description: '区划名称 / name of the area' }) areaName: string | null;
}

/** 指标: an area's figures. */
export class AreaFiguresDto extends IntersectionType(AreaOfFiguresDto, FiguresDto) {
  @ApiProperty({ type: String, example: '2026-11', description: '期间 / period' }) period: string;
}

/** 同类比较. */
export class ComparisonDto {
  @ApiProperty({ enum: AREA_COMPARISON_TYPES, description: '同类类型 / type of area' }) comparisonType: AreaComparisonType;
  @ApiProperty({ type: String, example: '2026-11', description: '期间 / period' }) period: string;
  @ApiProperty({ type: [AreaFiguresDto], description: '按区划代码排列 / in order of area code' }) items: AreaFiguresDto[];
}
