import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, IsAreaCode } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';

const MONTH = { pattern: /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/, zh: '必须是 YYYY-MM 月份', en: 'must be a month, YYYY-MM' };

/** The `{month}` of a round’s address. */
export class RoundParams {
  @ApiProperty({ type: String, example: '2026-11', description: '月份，按北京时间 / month, Shanghai time' })
  @Code(MONTH)
  month: string;
}

/** Which area to count. */
export class RoundQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011',
    description: '统计此区划；不填为您的管辖范围 / count this area; yours when left out',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** How far an area has come. */
export class RoundAreaDto {
  @ApiProperty({ type: String, example: '230903011001', description: '区划 / area' }) areaCode: string;
  @ApiProperty({ type: 'integer', example: 40, description: '应查场所数 / premises due' }) due: number;
  @ApiProperty({ type: 'integer', example: 31, description: '已查场所数 / premises visited' }) done: number;
  @ApiProperty({ type: Number, example: 0.775, nullable: true, description: '覆盖率 / done ÷ due; null when none was due' }) rate:
    | number
    | null;
}

/** 月度排查覆盖情况 */
export class RoundDto extends RoundAreaDto {
  @ApiProperty({ type: String, example: '2026-11', description: '月份 / month' }) month: string;
  @ApiProperty({ type: String, format: 'date-time', description: '本轮开始时间 / when the round began' }) openedAt: string;
  @ApiProperty({ type: [RoundAreaDto], description: '下一级各区划 / each area right below' }) areas: RoundAreaDto[];
}
