import { ApiProperty } from '@nestjs/swagger';
import { LAMPS, type Lamp } from '@zero-distance/calendar';
import { MissedCallDto } from '../missed-call/missed-call.dto.js';
import { NEXT_ROLES, NEXT_STEPS, type NextRole, type NextStep } from '../request/next-step.js';
import { RequestDto } from '../request/request.dto.js';

/** 下一步. */
export class NextStepDto {
  @ApiProperty({ enum: NEXT_STEPS, example: 'handle', description: '等待的步骤 / what it waits for' }) step: NextStep;
  @ApiProperty({ enum: NEXT_ROLES, nullable: true, type: String, example: 'handler', description: '由谁办理 / who has it' })
  role: NextRole | null;
  @ApiProperty({ type: String, nullable: true, example: '区住建局', description: '办理单位 / the organisation that has it' })
  organisationName: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '期限 / by when' }) dueAt: string | null;
  @ApiProperty({ enum: LAMPS, nullable: true, type: String, example: 'green', description: '灯 / lamp' }) lamp: Lamp | null;
}

/** 附近的诉求. */
export class NearbyDto {
  @ApiProperty({ type: RequestDto, description: '诉求 / the request' }) request: RequestDto;
  @ApiProperty({ type: 'integer', example: 40, description: '相距（米） / metres away' }) metres: number;
}

/** 案头信息: what a clerk wants to know of a request while somebody is on the telephone. */
export class DeskFactsDto {
  @ApiProperty({ type: NextStepDto, nullable: true, description: '下一步；已了结的为空 / what is next; null when nothing is' })
  next: NextStepDto | null;
  @ApiProperty({
    type: 'integer',
    description: '同一来电人的其他诉求件数，至多计到 50 / other requests of the same caller, counted up to 50',
  })
  callerCount: number;
  @ApiProperty({ type: [RequestDto], description: '其中最新的十件 / the newest ten of them' }) ofCaller: RequestDto[];
  @ApiProperty({
    type: [MissedCallDto],
    description: '同一来电人尚待回拨的未接来电，只告知受理员 / calls of the same caller that wait to be called back, told to intake clerks',
  })
  missedCalls: MissedCallDto[];
  @ApiProperty({
    type: 'integer',
    description: '附近（策略 nearby-metres 以内）其他诉求件数，至多计到 50 / other requests within nearby-metres, of the newest 50 around',
  })
  nearbyCount: number;
  @ApiProperty({ type: [NearbyDto], description: '其中最近的十件 / the nearest ten of them' }) nearby: NearbyDto[];
}
