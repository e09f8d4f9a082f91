import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { AREA_COMPARISON_TYPES, type AreaComparisonType } from '@zero-distance/contracts';
import { DocumentedMembers, IsAreaCode, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { FIGURE_NAMES, type FigureName, type ShownFigures } from './few.js';
import type { Rate } from './figure.js';
import { FIGURES } from './figures.js';

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
class RateDto implements Rate {
  @ApiProperty({ type: 'integer', description: '分子 / numerator' }) numerator: number;
  @ApiProperty({ type: 'integer', description: '分母 / denominator' }) denominator: number;
  @ApiProperty({ type: Number, nullable: true, example: 0.9231, description: '比率 0–1；分母为 0 时为空 / null when nothing to divide by' })
  rate: number | null;
  @ApiProperty({ type: Boolean, description: '小样本，谨慎解读 / a small sample: read with care' }) smallSample: boolean;
}

const TYPES = { count: 'integer', rate: RateDto, hours: Number } as const;

/** The figures, each documented as it is declared (figures.ts). */
@DocumentedMembers(FIGURES, ({ kind, zh, en }) => ({ type: TYPES[kind], nullable: true, description: `${zh} / ${en}` }))
class FiguresDto {}

/** Whose figures. */
export class AreaOfFiguresDto {
  @ApiProperty({ type: String, example: '230903011', description: '区划代码；空为全部 / area code; empty for the whole' }) areaCode: string;
  @ApiProperty({ type: String, nullable: true, example: '桃东街道', description: '区划名称 / name of the area' }) areaName: string | null;
}

/** 指标: an area's figures. */
export class AreaFiguresDto extends IntersectionType(AreaOfFiguresDto, FiguresDto as Type<Omit<ShownFigures, 'withheld'>>) {
  @ApiProperty({ type: String, example: '2026-11', description: '期间 / period' }) period: string;
  @ApiProperty({
    enum: FIGURE_NAMES,
    isArray: true,
    example: [],
    description:
      '未给出的指标（为空）：涉及的件数少于策略 publish-minimum；能查看诉求本身的人看到全部 / null because of fewer than the policy publish-minimum; who sees the matters themselves is shown all',
  })
  withheld: readonly FigureName[];
}

/** 同类比较. */
export class ComparisonDto {
  @ApiProperty({ enum: AREA_COMPARISON_TYPES, description: '同类类型 / type of area' }) comparisonType: AreaComparisonType;
  @ApiProperty({ type: String, example: '2026-11', description: '期间 / period' }) period: string;
  @ApiProperty({ type: [AreaFiguresDto], description: '按区划代码排列 / in order of area code' }) items: AreaFiguresDto[];
}
