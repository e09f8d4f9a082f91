import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsAreaCode, Reference } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { AreaOfFiguresDto } from '../figure/figure.dto.js';
import { PUBLIC_FIGURES, type PublicFigureName, type PublicFigures } from './public-figure.js';

/** Which area, and when. */
export class PublicFigureQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011',
    description: '区划代码，至社区为止；缺省为全部 / area code, down to the community; everywhere when absent',
  })
  @IsOptional()
  @IsAreaCode('community')
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

const number = (description: string, example: number) =>
  ApiProperty({ type: Number, nullable: true, example, description: `${description}；为空见 withheld / null: see withheld` });
const integer = (description: string, example: number) =>
  ApiProperty({ type: 'integer', nullable: true, example, description: `${description}；为空见 withheld / null: see withheld` });

/** 公示指标: what anybody may read of an area. A null that `withheld` does not name has nothing to be made of. */
export class PublicFiguresDto extends AreaOfFiguresDto implements PublicFigures {
  @ApiProperty({ type: String, example: '2026-10', description: '期间 / period' }) period: string;
  @ApiProperty({ format: 'date-time', description: '数据截至：公布之时，此后不再变动 / as things stood when it was published, for good' })
  asOf: string;
  @integer('受理的可公开诉求 / publishable requests received', 128) received: number | null;
  @integer('办结的可公开诉求 / of them closed', 120) closed: number | null;
  @integer('有效回访数 / effective callbacks', 96) callbacks: number | null;
  @number('响应率 / response rate', 0.95) responseRate: number | null;
  @number('解决率 / solved', 0.92) solvedRate: number | null;
  @number('满意率 / satisfied', 0.97) satisfactionRate: number | null;
  @number('办结率 / closed of what was due', 0.99) closingRate: number | null;
  @number('按时率 / in time', 0.98) onTimeRate: number | null;
  @number('首次答复时长中位数（小时）/ median hours to the first answer', 20.5) medianResponseHours: number | null;
  @number('九成首次答复时长（小时）/ nine in ten within', 71.2) p90ResponseHours: number | null;
  @ApiProperty({ type: Boolean, description: '回访样本偏少 / few callbacks: read with care' }) smallSample: boolean;
  @ApiProperty({ type: 'integer', example: 5, description: '少于此数不公布（策略 publish-minimum）/ fewer than this are not published' })
  publishMinimum: number;
  @ApiProperty({
    enum: PUBLIC_FIGURES,
    isArray: true,
    example: ['satisfactionRate'],
    description:
      '未公布的指标：涉及的诉求少于策略 publish-minimum，或可由此推算出这样的数 / not published: of fewer than the policy publish-minimum, or it would tell such a number',
  })
  withheld: readonly PublicFigureName[];
}
