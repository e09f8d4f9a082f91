import { ApiProperty } from '@nestjs/swagger';
import { RESIDENT_SERVICES, type ResidentService } from './resident-timeline.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** One thing that was done for a resident, or is to be. */
export class ResidentTimelineEntryDto {
  @ApiProperty({ enum: RESIDENT_SERVICES, example: 'service-case', description: '服务种类 / what it is' }) kind: ResidentService;
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, nullable: true, description: '业务编号 / its number, where it has one' }) number: string | null;
  @ApiProperty({ type: String, example: 'delivered', description: '状态，词义见各自的代码表 / state, by the words of its kind' })
  state: string;
  @ApiProperty({ ...TIME, description: '登记时间 / when it began' }) at: string;
  @ApiProperty({ ...TIME, nullable: true, description: '约定或举行时间 / when it takes place, where that is agreed' })
  takesPlaceAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'HF-04', description: '事项编码 / code of the service item' })
  itemCode: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '活动 / the activity' }) activityId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '所为办件 / the case that a visit is for' })
  serviceCaseId: string | null;
}

/** 居民服务时间线: as far as the caller sees each of them. */
export class ResidentTimelineDto {
  @ApiProperty({ format: 'uuid', description: '居民 / the resident' }) residentId: string;
  @ApiProperty({ type: [ResidentTimelineEntryDto], description: '由新到旧，每种最多 50 项 / newest first, 50 of each kind at most' })
  entries: ResidentTimelineEntryDto[];
}
