import { ApiProperty } from '@nestjs/swagger';

/** 并入诉求: one who asks for the same. */
export class MergedRequestDto {
  @ApiProperty({ format: 'uuid', description: '诉求 / the request' }) requestId: string;
  @ApiProperty({ type: String, description: '诉求编号 / its number', example: '230903011001-261123-000418' }) number: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T04:00:00.000Z', description: '并入时间 / when it was merged' }) mergedAt: string;
}
