import { ApiProperty } from '@nestjs/swagger';
import { HAZARD_SEVERITIES, type HazardSeverity } from '@zero-distance/contracts';
import { Code, Instant, IsCategoryCode, NobodysNumber, PastReference } from '@zero-distance/platform';
import { IsIn } from 'class-validator';
import { ITEM_CODE } from '../checklist/checklist.js';
import { PREMISES_CODE } from '../premises/premises.js';
import { PAST_OUTCOMES, type PastOutcome } from './past-hazard.js';

const A_CODE = { zh: '此处须填检查项代码', en: 'here goes the code of an item of the checklist' };

/** The `{reference}` of a past hazard in an address. */
export class PastHazardParams {
  @ApiProperty({ type: String, example: 'YH-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A hazard of the time before, and how it was settled. Its words and its visit are not brought along. */
export class PastHazardInput {
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码，须已登记 / code of the premises, which are registered' })
  @Code(PREMISES_CODE)
  premises: string;

  @ApiProperty({ type: String, example: 'exit-blocked', description: '检查项 / the checklist item' })
  @Code(ITEM_CODE)
  @NobodysNumber(A_CODE)
  item: string;

  @ApiProperty({ enum: HAZARD_SEVERITIES, example: 'serious', description: '严重程度 / severity' })
  @IsIn(HAZARD_SEVERITIES)
  severity: HazardSeverity;

  @ApiProperty({ type: String, example: '130809', description: '类别代码 / category code' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({
    enum: PAST_OUTCOMES,
    example: 'closed',
    description: '结果：当场整改、销号 / corrected on the spot, or closed by a recheck',
  })
  @IsIn(PAST_OUTCOMES)
  outcome: PastOutcome;

  @ApiProperty({ format: 'date-time', example: '2025-03-03T10:00:00+08:00', description: '发现时间 / when it was found' })
  @Instant()
  foundAt: string;

  @ApiProperty({ format: 'date-time', example: '2025-03-20T10:00:00+08:00', description: '整改或销号时间 / when it was settled' })
  @Instant()
  settledAt: string;
}

/** 历史隐患. */
export class PastHazardDto extends PastHazardInput {
  @ApiProperty({ format: 'uuid', description: '隐患 id / id of the hazard here' }) id: string;
  @ApiProperty({ type: String, example: 'YH-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
}
