import { ApiProperty } from '@nestjs/swagger';
import { Code, Reference } from '@zero-distance/platform';
import { PicturesDto } from '../order-picture/order-picture.dto.js';
import { TRACKING_STEPS, type TrackingStep } from './tracking.js';

const LAST_FOUR = { pattern: /^\d{4}$/, zh: '必须是四位数字', en: 'must be four digits' };
const TIME = { type: String, format: 'date-time', nullable: true } as const;

/** 查询进展: what only who asked has both of. In a body, since addresses are kept in many places. */
export class TrackInput {
  @ApiProperty({
    type: String,
    example: '230903011001-261123-000417',
    description: '诉求编号或随手拍编号 / number of the request, or of the report',
  })
  @Reference({ max: 40 })
  number: string;

  @ApiProperty({
    type: String,
    pattern: '^\\d{4}$',
    example: '1234',
    description:
      '留下的电话号码的后四位，或上报时给出的查询码 / the last four digits of the telephone number that was left, or the code that was given out with the number of a report',
  })
  @Code(LAST_FOUR)
  lastFour: string;
}

/** 约定时间: when the service that was ordered is provided. */
export class TrackedAppointmentDto {
  @ApiProperty({ type: String, format: 'date-time', description: '约定时段的开始 / agreed from' }) from: string;
  @ApiProperty({ type: String, format: 'date-time', description: '约定时段的结束 / agreed until' }) until: string;
  @ApiProperty({
    type: Boolean,
    description: '约定时间已过而未反馈，已提醒服务单位 / it is over and the provider, which was reminded, has not answered',
  })
  missed: boolean;
}

/** 进展: nothing of what was said, nor of who said it; pictures as anybody may see them. */
export class TrackedDto extends PicturesDto {
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '所查的编号 / the number that was asked for' })
  number: string;
  @ApiProperty({ enum: TRACKING_STEPS, description: '进展 / how far it is' }) step: TrackingStep;
  @ApiProperty({ format: 'date-time', description: '受理或上报时间 / when it was taken in, or reported' }) receivedAt: string;
  @ApiProperty({
    type: TrackedAppointmentDto,
    nullable: true,
    description:
      '点单的服务：与您约定的上门时间；没有或已服务为空 / of a service that was ordered: when it is provided; null where nothing is agreed, or it was provided',
  })
  appointment: TrackedAppointmentDto | null;
  @ApiProperty({
    ...TIME,
    description:
      '承诺答复时限，自工单生成起；暂缓办理、已答复、尚无工单，或工单退回、终止后待重新派单的为空 / by when it is answered, from when its order is opened on; null while it is put off, once it was answered, before there is an order, and after that was returned or ended until it is given to somebody again',
  })
  dueAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-03-01',
    description:
      '暂缓办理的：恢复办理之日，最迟当日；其余为空 / of what is put off: the day on which it is taken up again, at the latest; otherwise null',
  })
  resumesOn: string | null;
  @ApiProperty({ ...TIME, description: '答复时间 / when it was answered' }) repliedAt: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '公开答复；不予受理的为告知内容 / the answer for the public; of a report that was not taken, where to go',
  })
  publicAnswer: string | null;
}
