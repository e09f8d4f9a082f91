import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import { Instant, IsAreaCode, PastReference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { DIFFICULTIES, type Difficulty } from '../mediation-case/mediation-case.js';
import { PAST_OUTCOMES, type PastOutcome } from './past-case.js';

/** The `{reference}` of a past case in an address. */
export class PastCaseParams {
  @ApiProperty({ type: String, example: 'TJ-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A case of the time before, and what became of it. Its words and its parties are not brought along. */
export class PastCaseInput {
  @ApiProperty({ type: String, example: '230903011001', description: '纠纷所在区划 / where the dispute was' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ enum: CASE_TYPES, example: 'neighbours', description: '纠纷类型 / type of dispute' })
  @IsIn(CASE_TYPES)
  caseType: CaseType;

  @ApiPropertyOptional({ enum: DIFFICULTIES, example: 'simple', default: 'simple', description: '难易程度 / how difficult' })
  @IsOptional()
  @IsIn(DIFFICULTIES)
  difficulty?: Difficulty;

  @ApiProperty({
    enum: PAST_OUTCOMES,
    example: 'performed',
    description:
      '结果：不予受理、调解不成、终止、已履行、未履行 / how it ended: declined, failed, terminated, or agreed and performed or breached',
  })
  @IsIn(PAST_OUTCOMES)
  outcome: PastOutcome;

  @ApiProperty({ format: 'date-time', example: '2025-03-03T10:00:00+08:00', description: '申请时间 / when it was applied for' })
  @Instant()
  appliedAt: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2025-03-04T10:00:00+08:00', description: '受理时间 / when it was accepted' })
  @IsOptional()
  @Instant()
  acceptedAt?: string;

  @ApiProperty({ format: 'date-time', example: '2025-03-20T10:00:00+08:00', description: '结果形成时间 / when the outcome was reached' })
  @Instant()
  concludedAt: string;
}

/** 历史案件. */
export class PastCaseDto extends PastCaseInput {
  @ApiProperty({ format: 'uuid', description: '案件编号 / id of the case here' }) id: string;
  @ApiProperty({ type: String, example: 'TJ-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
}
