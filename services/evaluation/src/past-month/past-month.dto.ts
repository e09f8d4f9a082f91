import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, MONTH } from '@zero-distance/platform';
import { IsBoolean, IsOptional } from 'class-validator';
import type { PastMonth } from './past-month.js';

/** 决定公布: that nothing more of these months will be brought in. */
export class ReleaseMonthsInput {
  @ApiProperty({ type: String, example: '2025-01', description: '起始月份 / the first month' })
  @Code(MONTH)
  from: string;

  @ApiProperty({ type: String, example: '2025-04', description: '截止月份 / the last month' })
  @Code(MONTH)
  until: string;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: '只查看将公布哪些月份，不公布 / only tell which months would be published',
  })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** 一个月. */
export class PastMonthDto implements PastMonth {
  @ApiProperty({ type: String, example: '2025-03', description: '月份 / the month' }) month: string;
  @ApiProperty({
    type: 'integer',
    example: 128,
    description:
      '受理的可公开诉求：导入完整的话，应与原系统一致 / publishable requests received: as many as the former system has, if all were brought in',
  })
  received: number;
}

/** 决定公布的月份. */
export class ReleasedMonthsDto {
  @ApiProperty({
    type: [PastMonthDto],
    description:
      '公布的月份：自有可公开诉求的第一个月起，已公布或已决定公布的除外 / the months: from the first that has a publishable request, but those that were published, or decided, before',
  })
  months: PastMonthDto[];
  @ApiProperty({ type: Boolean, example: false, description: '未公布，只是查看 / nothing was published' }) dryRun: boolean;
}
