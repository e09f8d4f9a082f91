import { ApiProperty } from '@nestjs/swagger';
import { Code, Reference } from '@zero-distance/platform';
import { TRACKING_STEPS, type TrackingStep } from './tracking.js';

const LAST_FOUR = { pattern: /^\d{4}$/, zh: '必须是四位数字', en: 'must be four digits' };
const TIME = { type: String, format: 'date-time', nullable: true } as const;

/** 查询进展: what only who asked has both of. In a body, since addresses are kept in many places. */
export class TrackInput {
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' })
  @Reference({ max: 40 })
  number: string;

  @ApiProperty({
    type: String,
    pattern: '^\\d{4}$',
    example: '1234',
    description: '留下的电话号码的后四位 / the last four digits of the telephone number that was left',
  })
  @Code(LAST_FOUR)
  lastFour: string;
}

/** 进展: nothing of what was said, nor of who said it. */
export class TrackedDto {
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' })
  number: string;
  @ApiProperty({ enum: TRACKING_STEPS, description: '进展 / how far it is' }) step: TrackingStep;
  @ApiProperty({ format: 'date-time', description: '受理时间 / when it was taken in' }) receivedAt: string;
  @ApiProperty({ ...TIME, description: '答复时间 / when it was answered' }) repliedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: '公开答复 / the answer for the public' }) publicAnswer: string | null;
}
