import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Instant, NobodysNumber, PastReference, Whole } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { PREMISES_CODE } from '../premises/premises.js';
import { STAFF_CODE } from '../visit/visit.dto.js';

const A_CODE = { zh: '此处须填工号', en: 'here goes a staff code' };

/** The `{reference}` of a past visit in an address. */
export class PastVisitParams {
  @ApiProperty({ type: String, example: 'PC-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A visit of the time before. What was found of each item is not brought along. */
export class PastVisitInput {
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码，须已登记 / code of the premises, which are registered' })
  @Code(PREMISES_CODE)
  premises: string;

  @ApiProperty({ type: String, example: 'WG-0113', description: '网格员编号（非姓名） / number of the grid worker, not a name' })
  @Code(STAFF_CODE)
  @NobodysNumber(A_CODE)
  gridWorker: string;

  @ApiPropertyOptional({ type: String, example: 'FJ-0007', description: '辅警警号（非姓名） / number of the auxiliary police, not a name' })
  @IsOptional()
  @Code(STAFF_CODE)
  @NobodysNumber(A_CODE)
  police?: string;

  @ApiProperty({ type: 'integer', example: 1, description: '发现隐患数，0 为合格 / hazards found; with none it passed' })
  @Whole({ min: 0, max: 100 })
  hazards: number;

  @ApiProperty({ format: 'date-time', example: '2025-03-07T10:00:00+08:00', description: '排查时间 / when' })
  @Instant()
  visitedAt: string;
}

/** 历史排查. */
export class PastVisitDto extends PastVisitInput {
  @ApiProperty({ format: 'uuid', description: '排查 id / id of the visit here' }) id: string;
  @ApiProperty({ type: String, example: 'PC-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
}
