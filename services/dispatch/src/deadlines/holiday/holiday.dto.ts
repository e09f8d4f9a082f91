import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { DAY_SOURCES } from '@zero-distance/calendar';
import { HOLIDAY_KINDS, type HolidayKind } from '@zero-distance/contracts';
import { CalendarDate, ChangesQuery, Code, Line, PublicText, WholeText } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';

const PERIODS = {
  pattern: /^\d\d:\d\d-\d\d:\d\d(?: \d\d:\d\d-\d\d:\d\d){0,5}$/,
  zh: '须依次写为 09:00-12:00 13:30-17:00',
  en: 'must be periods in turn, such as 09:00-12:00 13:30-17:00',
};

/** The `{date}` of a day's address. */
export class HolidayParams {
  @ApiProperty({ type: String, format: 'date', example: '2027-01-01', description: '日期（上海） / the day, in Shanghai' })
  @CalendarDate()
  date: string;
}

/** What a day is to be. */
export class HolidayInput {
  @ApiProperty({ enum: HOLIDAY_KINDS, description: '放假 holiday 或调休上班 workday', example: 'holiday' })
  @IsIn(HOLIDAY_KINDS)
  kind: HolidayKind;

  @ApiProperty({ description: '名称 / what it is called', example: '元旦' })
  @PublicText()
  @Line({ max: 50 })
  name: string;

  @ApiPropertyOptional({
    type: String,
    example: '09:00-12:00',
    description: '当日工作时段，仅限工作日，如节前半天；不填按 working-hours / hours of that working day alone, such as a half day',
  })
  @IsOptional()
  @Code(PERIODS)
  hours?: string;
}

/** 节假日调整: one day of the district’s table. */
export class HolidayDto extends OmitType(HolidayInput, ['hours']) {
  @ApiProperty({ format: 'date', example: '2027-01-01', description: '日期（上海） / the day, in Shanghai' }) date: string;
  @ApiProperty({ type: String, nullable: true, description: '当日工作时段 / its own working hours' }) hours: string | null;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** What the table of days can be ordered by. */
const HOLIDAY_SORTS = ['date', 'latest'] as const;

/** Which days of the district's table to list. */
export class HolidayQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: 'integer', description: '只列该年 / only this year’s', example: 2026 })
  @IsOptional()
  @WholeText({ min: 2000, max: 2200 })
  year?: number;

  @ApiPropertyOptional({
    enum: HOLIDAY_SORTS,
    default: 'date',
    description: '排序：date 按日期；latest 最晚在前 / by date, or the last day first',
  })
  @IsOptional()
  @IsIn(HOLIDAY_SORTS)
  sort?: (typeof HOLIDAY_SORTS)[number];
}

/** Which year to show. */
export class YearQuery {
  @ApiProperty({ type: 'integer', description: '年份 / year', example: 2026 })
  @WholeText({ min: 2000, max: 2200 })
  year: number;
}

/** A day that is not what its weekday says, or that the table names. */
export class CalendarDayDto {
  @ApiProperty({ format: 'date', description: '日期 / the day' }) date: string;
  @ApiProperty({ description: '是否工作日 / a working day?' }) working: boolean;
  @ApiProperty({ type: String, nullable: true, description: '名称 / what it is called' }) name: string | null;
  @ApiProperty({ type: [String], example: ['09:00–12:00'], description: '工作时段 / when working hours run' }) hours: string[];
  @ApiProperty({ enum: DAY_SOURCES, description: '依据：本区调整、国务院公布或星期 / who says so' }) source: string;
}

/** 某年的节假日和调休. */
export class CalendarYearDto {
  @ApiProperty({ type: 'integer', description: '年份 / year' }) year: number;
  @ApiProperty({ description: '该年节假日是否已全部载入 / are its holidays loaded?' }) loaded: boolean;
  @ApiProperty({ type: String, nullable: true, description: '未载入时的提示 / what is assumed while they are not' }) warning: string | null;
  @ApiProperty({ type: [CalendarDayDto], description: '放假和调休上班的日子 / its days off and make-up workdays' }) items: CalendarDayDto[];
}
