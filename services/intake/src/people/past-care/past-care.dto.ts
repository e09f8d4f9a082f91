import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CARE_RISKS, type CareRisk } from '@zero-distance/contracts';
import { CalendarDate, Code, IsAreaCode, List, OfRegister, PastReference, Whole } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { LONGEST_DAYS } from './past-care.js';

const VISIT_DAY = { pattern: /^\d{4}-\d{2}-\d{2}$/, zh: '必须是 YYYY-MM-DD 日期', en: 'must be days, YYYY-MM-DD' };

/** The `{reference}` of past care in an address. */
export class PastCareParams {
  @ApiProperty({ type: String, example: 'ZD-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** When one key person of the time before was looked after at one risk, and visited. Who it is, is not brought along. */
export class PastCareInput {
  @ApiProperty({ type: String, example: '230903011001', description: '居住的区划 / where they lived' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ enum: CARE_RISKS, example: 'key', description: '风险等级 / risk' })
  @IsIn(CARE_RISKS)
  risk: CareRisk;

  @ApiProperty({ type: 'integer', example: 30, description: '走访频次（天），按当时的规定 / days between two visits, as it was then' })
  @Whole({ min: 1, max: LONGEST_DAYS })
  everyDays: number;

  @ApiProperty({ format: 'date', example: '2025-01-01', description: '该风险等级的第一日 / first day at this risk' })
  @CalendarDate()
  fromOn: string;

  @ApiProperty({ format: 'date', example: '2025-06-30', description: '该风险等级的最后一日 / last day at this risk' })
  @CalendarDate()
  untilOn: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2025-01-15',
    description: '首次应走访日；不填为第一日后一个周期 / when the first visit was due; one rhythm after the first day, unless said',
  })
  @IsOptional()
  @CalendarDate()
  firstDueOn?: string;

  @ApiPropertyOptional({
    ...{ type: [String], format: 'date' },
    example: ['2025-01-20', '2025-02-18'],
    description: '走访日：见到本人、方式符合该风险等级的 / days of visits that counted: they were met, in a way that the risk allowed',
  })
  @IsOptional()
  @List({ max: LONGEST_DAYS })
  @Code(VISIT_DAY, { each: true })
  visitedOn?: string[];
}

/** 历史走访. */
export class PastCareDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'ZD-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: '230903011001', description: '居住的区划 / where they lived' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ enum: CARE_RISKS, example: 'key', description: '风险等级 / risk' })
  risk: CareRisk;
  @ApiProperty({ type: 'integer', example: 30, description: '走访频次（天），按当时的规定 / days between two visits, as it was then' })
  everyDays: number;
  @ApiProperty({ format: 'date', example: '2025-01-01', description: '该风险等级的第一日 / first day at this risk' })
  fromOn: string;
  @ApiProperty({ format: 'date', example: '2025-06-30', description: '该风险等级的最后一日 / last day at this risk' })
  untilOn: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2025-01-15',
    description: '首次应走访日；不填为第一日后一个周期 / when the first visit was due; one rhythm after the first day, unless said',
  })
  firstDueOn: string | null;
  @ApiProperty({
    ...{ type: [String], format: 'date' },
    example: ['2025-01-20', '2025-02-18'],
    description: '走访日：见到本人、方式符合该风险等级的 / days of visits that counted: they were met, in a way that the risk allowed',
  })
  visitedOn: string[];
}
