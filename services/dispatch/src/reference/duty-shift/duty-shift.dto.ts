import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DAY_MS } from '@zero-distance/kernel';
import {
  ChangesQuery,
  Code,
  Instant,
  InternalText,
  IsOrganisationCode,
  Line,
  OfRegister,
  PublicText,
  Words,
} from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsBoolean, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../reference-code.js';

/** Shifts are planned weeks ahead, not years; and one that is over tells no number. */
const day = (ahead: number) => new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10);

const FROM = {
  format: 'date-time',
  example: `${day(0)}T08:30:00+08:00`,
  description: '开始时间，最多提前 duty-ahead-days 日 / from; policy `duty-ahead-days` ahead at most',
} as const;
const UNTIL = {
  format: 'date-time',
  example: `${day(2)}T08:30:00+08:00`,
  description: '结束时间（不含），最长 duty-shift-hours 小时 / until, exclusive; policy `duty-shift-hours` later at most',
} as const;

/** The `{code}` of a shift. */
export class DutyShiftParam {
  @ApiProperty({ type: String, example: 'housing-bureau-1129', description: '班次代码 / code of the shift' })
  @Code(REFERENCE_CODE)
  code: string;
}

/** What is said of a shift. */
export class DutyShiftInput {
  @ApiProperty({ type: String, example: 'housing-bureau', description: '单位代码 / code of the organisation' })
  @IsOrganisationCode()
  organisation: string;

  @ApiProperty({ type: String, example: '陈值班', description: '值班人员 / who is on duty' })
  @PublicText()
  @Line({ max: 50 })
  name: string;

  @ApiPropertyOptional({ type: String, example: '带班副局长', description: '职务 / their post' })
  @PublicText()
  @IsOptional()
  @Line({ max: 50 })
  post?: string;

  @ApiProperty({
    type: String,
    example: '13800001234',
    description: '值班电话，加密存储，班次结束后删除 / the number to call, kept encrypted until the shift is over',
  })
  @IsPhone()
  phone: string;

  @ApiProperty(FROM)
  @Instant()
  startsAt: string;

  @ApiProperty(UNTIL)
  @Instant()
  endsAt: string;

  @ApiPropertyOptional({ type: Boolean, default: false, example: false, description: '已取消 / nobody is on duty by it after all' })
  @IsOptional()
  @IsBoolean()
  cancelled?: boolean;
}

/** Which shifts to list; what is asked for together is narrowed together. */
export class DutyShiftQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: 'housing-bureau', description: '只列此单位的 / of this organisation' })
  @IsOptional()
  @IsOrganisationCode()
  organisation?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-11-29T20:00:00+08:00',
    description: '只列此时在班的 / by which somebody is on duty at this moment',
  })
  @IsOptional()
  @Instant()
  at?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-11-30T00:00:00+08:00',
    description:
      '只列此时及以后开始、未取消的，先开始的在前；不与 at、updatedSince 同用 / those that begin at this moment or later and were not cancelled, the soonest first; not with at or updatedSince',
  })
  @IsOptional()
  @Instant()
  from?: string;
}

/** 值班安排. */
export class DutyShiftDto {
  @ApiProperty({ type: String, example: 'housing-bureau-1129', description: '班次代码 / its code' }) code: string;
  @ApiProperty({ type: String, example: 'housing-bureau', description: '单位代码 / code of the organisation' })
  @OfRegister('organisation')
  organisation: string;
  @ApiProperty({ type: String, example: '230903', description: '单位所辖区划 / the area of the organisation' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({
    type: String,
    example: '陈值班',
    nullable: true,
    description: '值班人员；班次结束 duty-record-days 日后为空 / who is on duty; null policy `duty-record-days` after the shift',
  })
  name: string | null;
  @ApiProperty({ type: String, nullable: true, example: '带班副局长', description: '职务 / their post' }) post: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '138****1234',
    description: '值班电话，打码；班次结束或取消后为空 / the number, masked; null once the shift is over or cancelled',
  })
  phone: string | null;
  @ApiProperty({ type: String, ...FROM }) startsAt: string;
  @ApiProperty({ type: String, ...UNTIL }) endsAt: string;
  @ApiProperty({ type: Boolean, example: false, description: '已取消 / nobody is on duty by it' }) cancelled: boolean;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** What the look is for. */
export class RevealDutyInput {
  @ApiProperty({
    type: String,
    minLength: 4,
    example: '供热爆管，联系带班领导',
    description: '查看目的，记入查看记录 / what for; kept in the access record',
  })
  @InternalText()
  @Words({ min: 4, max: 200 })
  purpose: string;
}

/** 值班电话, in plain. */
export class RevealedDutyDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '13800001234', description: '值班电话 / the number' }) phone: string;
}
