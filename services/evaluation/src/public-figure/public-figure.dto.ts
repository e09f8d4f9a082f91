import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { DocumentedMembers, IsAreaCode, Reference } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { AreaOfFiguresDto } from '../figure/figure.dto.js';
import { namesOf, PUBLIC_FIGURES } from '../figure/figures.js';
import type { PublicFigureName, PublicFigures, PublicValues } from './public-figure.js';

/** Which area, and when. */
export class PublicFigureQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011',
    description: '区划代码，至社区为止；缺省为全部 / area code, down to the community; everywhere when absent',
  })
  @IsOptional()
  @IsAreaCode({ finest: 'community' })
  areaCode?: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026-10',
    description:
      '期间 YYYY-MM，或 YYYY（其已公布的各月）；缺省为最近公布的一个月 / a month, or a year: its months published so far; the last when absent',
  })
  @IsOptional()
  @Reference({ max: 10 })
  period?: string;
}

/** The figures, each documented as it is declared (figures.ts). */
@DocumentedMembers(PUBLIC_FIGURES, ({ kind, zh, en, example }) => {
  const description = `${zh} / ${en}；为空见 withheld / null: see withheld`;
  return { type: kind === 'count' ? 'integer' : Number, nullable: true, example, description };
})
class FiguresDto {}

/** 公示指标: what anybody may read of an area. A null that `withheld` does not name has nothing to be made of. */
export class PublicFiguresDto extends IntersectionType(AreaOfFiguresDto, FiguresDto as Type<PublicValues>) implements PublicFigures {
  @ApiProperty({ type: String, example: '2026-10', description: '期间 / period' }) period: string;
  @ApiProperty({ format: 'date-time', description: '数据截至：公布之时，此后不再变动 / as things stood when it was published, for good' })
  asOf: string;
  @ApiProperty({ type: Boolean, description: '回访样本偏少 / few callbacks: read with care' }) smallSample: boolean;
  @ApiProperty({ type: 'integer', example: 5, description: '少于此数不公布（策略 publish-minimum）/ fewer than this are not published' })
  publishMinimum: number;
  @ApiProperty({
    enum: namesOf(PUBLIC_FIGURES),
    isArray: true,
    example: ['satisfactionRate'],
    description:
      '未公布的指标：涉及的诉求少于策略 publish-minimum，或可由此推算出这样的数 / not published: of fewer than the policy publish-minimum, or it would tell such a number',
  })
  withheld: readonly PublicFigureName[];
}
