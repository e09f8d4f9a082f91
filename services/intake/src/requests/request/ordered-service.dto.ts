import { ApiProperty } from '@nestjs/swagger';

const TIME = { type: String, format: 'date-time', nullable: true, example: '2026-12-01T01:00:00.000Z' } as const;

/** 点单: which item of the catalogue was ordered, as it was then. */
export class OrderedServiceDto {
  @ApiProperty({ type: String, example: 'EL-01', description: '事项编码 / code of the item' }) itemCode: string;
  @ApiProperty({ type: 'integer', example: 1, description: '点单时的版本 / its version when it was ordered' }) itemVersion: number;
  @ApiProperty({ type: 'integer', example: 3, description: '承诺时限（工作日） / promised within, in working days' })
  limitWorkingDays: number;
  @ApiProperty({ ...TIME, description: '希望服务的最早时间；不限为空 / wanted from; null for any time' }) from: string | null;
  @ApiProperty({ ...TIME, description: '希望服务的最晚时间；不限为空 / wanted until; null for any time' }) until: string | null;
}
