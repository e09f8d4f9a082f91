import { ApiProperty } from '@nestjs/swagger';
import { HOME_VISIT_CAUSES, type HomeVisitCause } from '@zero-distance/contracts';
import { Instant, IsAreaCode, OfRegister, PastReference } from '@zero-distance/platform';
import { IsIn } from 'class-validator';

/** The `{reference}` of a past visit at home in an address. */
export class PastHomeVisitParams {
  @ApiProperty({ type: String, example: 'SM-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A visit at home of the time before that met whom it was for. Who that was is not brought along; one that met nobody counts nowhere. */
export class PastHomeVisitInput {
  @ApiProperty({ type: String, example: '230903011001', description: '居民居住的区划 / where they lived' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ enum: HOME_VISIT_CAUSES, example: 'elderly', description: '上门原因 / why they could not come' })
  @IsIn(HOME_VISIT_CAUSES)
  cause: HomeVisitCause;

  @ApiProperty({ format: 'date-time', example: '2025-03-05T10:00:00+08:00', description: '上门时间 / when somebody went' })
  @Instant()
  visitedAt: string;
}

/** 历史上门服务. */
export class PastHomeVisitDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'SM-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: '230903011001', description: '居民居住的区划 / where they lived' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ enum: HOME_VISIT_CAUSES, example: 'elderly', description: '上门原因 / why they could not come' })
  cause: HomeVisitCause;
  @ApiProperty({ format: 'date-time', example: '2025-03-05T10:00:00+08:00', description: '上门时间 / when somebody went' })
  visitedAt: string;
}
