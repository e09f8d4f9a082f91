import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SATISFACTION_LEVELS, type Satisfaction } from '@zero-distance/contracts';
import { Code, Instant, IsAreaCode, NobodysNumber, OfRegister, PastReference } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { ITEM_CODE } from '../service-item/service-item.dto.js';
import { PAST_CASE_OUTCOMES, type PastCaseOutcome } from './past-service-case.js';

const A_CODE = { zh: '此处须填事项编码', en: 'here goes the code of an item' };

/** The `{reference}` of a past service case in an address. */
export class PastServiceCaseParams {
  @ApiProperty({ type: String, example: 'BJ-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A service case of the time before, and how it ended. Who applied, and what they brought, is not brought along. */
export class PastServiceCaseInput {
  @ApiProperty({ type: String, example: '230903011001', description: '办理所在区划 / where it was handled' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码，可为已停用的 / code of the item, which may be one of then' })
  @Code(ITEM_CODE)
  @NobodysNumber(A_CODE)
  itemCode: string;

  @ApiProperty({
    enum: PAST_CASE_OUTCOMES,
    example: 'delivered',
    description: '结果：已送达、不予办理、已撤回 / how it ended: delivered, refused or withdrawn',
  })
  @IsIn(PAST_CASE_OUTCOMES)
  outcome: PastCaseOutcome;

  @ApiProperty({ type: Boolean, example: true, description: '是否一人通办事项 / whether its item is one that a single clerk completes' })
  @IsBoolean()
  oneStop: boolean;

  @ApiProperty({
    type: Boolean,
    example: false,
    description: '是否在一次告知之后又追加材料 / whether something was asked for after all that was missing had been told',
  })
  @IsBoolean()
  askedLater: boolean;

  @ApiProperty({ format: 'date-time', example: '2025-03-03T10:00:00+08:00', description: '收件时间 / when it was opened' })
  @Instant()
  openedAt: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2025-03-10T17:00:00+08:00',
    description:
      '办理时限届满时间，已送达的必填；文件中只填日期的，至当日结束 / by when it was to be decided: of one that was delivered; a day alone, in a file, is its end',
  })
  @IsOptional()
  @Instant({ isLimit: true })
  dueAt?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2025-03-05T10:00:00+08:00',
    description: '办结时间，已送达的必填 / when it was decided: of one that was delivered',
  })
  @IsOptional()
  @Instant()
  decidedAt?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2025-03-05T15:00:00+08:00',
    description: '送达时间，已送达的必填 / when the result was delivered',
  })
  @IsOptional()
  @Instant()
  deliveredAt?: string;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: '申请人是否只来一次，已送达的必填 / whether the applicant came once: of one that was delivered',
  })
  @IsOptional()
  @IsBoolean()
  oneVisit?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description:
      '是否由一名具备资格的人员全程办理，已送达的一人通办事项必填 / whether one qualified clerk took every step: of one that was delivered, of such an item',
  })
  @IsOptional()
  @IsBoolean()
  alone?: boolean;

  @ApiPropertyOptional({
    enum: SATISFACTION_LEVELS,
    example: 'satisfied',
    description: '满意度，未评价的不填 / how satisfied; none when nobody rated it',
  })
  @IsOptional()
  @IsIn(SATISFACTION_LEVELS)
  satisfaction?: Satisfaction;

  @ApiPropertyOptional({ format: 'date-time', example: '2025-03-06T10:00:00+08:00', description: '评价时间 / when it was rated' })
  @IsOptional()
  @Instant()
  ratedAt?: string;
}

/** 历史办件. */
export class PastServiceCaseDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'BJ-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: '230903011001', description: '办理所在区划 / where it was handled' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码，可为已停用的 / code of the item, which may be one of then' })
  itemCode: string;
  @ApiProperty({
    enum: PAST_CASE_OUTCOMES,
    example: 'delivered',
    description: '结果：已送达、不予办理、已撤回 / how it ended: delivered, refused or withdrawn',
  })
  outcome: PastCaseOutcome;
  @ApiProperty({ type: Boolean, example: true, description: '是否一人通办事项 / whether its item is one that a single clerk completes' })
  oneStop: boolean;
  @ApiProperty({
    type: Boolean,
    example: false,
    description: '是否在一次告知之后又追加材料 / whether something was asked for after all that was missing had been told',
  })
  askedLater: boolean;
  @ApiProperty({ format: 'date-time', example: '2025-03-03T10:00:00+08:00', description: '收件时间 / when it was opened' })
  openedAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2025-03-10T17:00:00+08:00',
    description:
      '办理时限届满时间，已送达的必填；文件中只填日期的，至当日结束 / by when it was to be decided: of one that was delivered; a day alone, in a file, is its end',
  })
  dueAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2025-03-05T10:00:00+08:00',
    description: '办结时间，已送达的必填 / when it was decided: of one that was delivered',
  })
  decidedAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2025-03-05T15:00:00+08:00',
    description: '送达时间，已送达的必填 / when the result was delivered',
  })
  deliveredAt: string | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: true,
    description: '申请人是否只来一次，已送达的必填 / whether the applicant came once: of one that was delivered',
  })
  oneVisit: boolean | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: true,
    description:
      '是否由一名具备资格的人员全程办理，已送达的一人通办事项必填 / whether one qualified clerk took every step: of one that was delivered, of such an item',
  })
  alone: boolean | null;
  @ApiProperty({
    enum: SATISFACTION_LEVELS,
    nullable: true,
    example: 'satisfied',
    description: '满意度，未评价的不填 / how satisfied; none when nobody rated it',
  })
  satisfaction: Satisfaction | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2025-03-06T10:00:00+08:00',
    description: '评价时间 / when it was rated',
  })
  ratedAt: string | null;
}
