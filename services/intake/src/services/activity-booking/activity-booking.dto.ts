import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChangesQuery, Code, HistoryOf, IsAreaCode, Line, OfRegister, Reference, SearchText } from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { NUMBER_WAYS, type NumberWay } from './activity-booking.js';
import { ACTIVITY_BOOKING_STATES, type ActivityBookingState } from './activity-booking.transitions.js';

const TIME = { type: String, format: 'date-time' } as const;
const NUMBER = { type: String, example: '230903011001-261123-000417', description: '报名编号 / number of the booking' } as const;
const OFFER = {
  ...TIME,
  nullable: true,
  description: '名额保留到，待接受时 / until when the place is kept, of one that is offered',
} as const;
const PLACE = { type: 'integer', nullable: true, example: null, description: '候补顺序 / place on the waiting list' } as const;
const STATE = { enum: ACTIVITY_BOOKING_STATES, example: 'booked', description: '状态 / state' } as const;
const LAST_FOUR = { pattern: /^\d{4}$/, zh: '必须是四位数字', en: 'must be four digits' };

/** 报名: somebody of the register by their file, or anybody by name. */
export class BookActivityInput {
  @ApiPropertyOptional({ format: 'uuid', description: '居民档案，与姓名二选一 / their file, and then no name' })
  @IsOptional()
  @IsUUID()
  residentId?: string;

  @ApiPropertyOptional({ type: String, example: '张三', description: '姓名，加密存储 / name, kept encrypted' })
  @IsOptional()
  @Line({ max: 50 })
  name?: string;

  @ApiPropertyOptional({
    type: String,
    example: '13800001234',
    description: '电话，加密存储；有电话才能收到通知、自行办理 / telephone, kept encrypted; without it nobody is told of anything',
  })
  @IsOptional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description:
      '名额已满时加入候补，默认是；否则拒绝 / be put on the waiting list where all places are taken, unless told; else it is refused',
  })
  @IsOptional()
  @IsBoolean()
  waitingList?: boolean;
}

/** 居民免登录报名. */
export class PublicBookingInput {
  @ApiProperty({ type: String, example: '张三', description: '姓名，加密存储 / name, kept encrypted' })
  @Line({ max: 50 })
  name: string;

  @ApiProperty({
    type: String,
    example: '13800001234',
    description: '电话，加密存储；凭其后四位查询和取消 / telephone, kept encrypted; the booking is looked up by its last four digits',
  })
  @IsPhone()
  phone: string;
}

/** 凭编号办理: what only who booked has both of. In a body, since addresses are kept in many places. */
export class TrackBookingInput {
  @ApiProperty(NUMBER)
  @Reference({ max: 40 })
  number: string;

  @ApiProperty({ type: String, pattern: '^\\d{4}$', example: '1234', description: '电话后四位 / the last four digits of the telephone' })
  @Code(LAST_FOUR)
  lastFour: string;
}

/** Which bookings to list; what is asked for together is narrowed together. */
export class ActivityBookingQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description: '查找：编号的任一部分，或区划的代码或名称 / any part of its number, or code or name of its area',
  })
  @IsOptional()
  @SearchText({ ofRequests: false })
  q?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '只列此活动的 / of this activity' })
  @IsOptional()
  @IsUUID()
  activityId?: string;

  @ApiPropertyOptional({
    enum: ACTIVITY_BOOKING_STATES,
    description: '状态；absent 为应到未到的 / state; absent: who was to come, and did not',
  })
  @IsOptional()
  @IsIn(ACTIVITY_BOOKING_STATES)
  state?: ActivityBookingState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 活动报名. */
export class ActivityBookingDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty(NUMBER) number: string;
  @ApiProperty(STATE) state: ActivityBookingState;
  @ApiProperty({ type: [String], example: ['confirm'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ format: 'uuid', description: '活动 / the activity' }) activityId: string;
  @ApiProperty({ type: String, example: '230903011001', description: '活动面向的区划 / area of the activity' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: '居民档案 / file of the resident' }) residentId: string | null;
  @ApiProperty({ type: String, nullable: true, example: '张*', description: '姓名（脱敏），清除后为空 / name, masked; null once erased' })
  name: string | null;
  @ApiProperty({ type: String, nullable: true, example: '138****1234', description: '电话（脱敏） / telephone, masked' }) phone:
    | string
    | null;
  @ApiProperty(PLACE) place: number | null;
  @ApiProperty({ type: Boolean, example: false, description: '居民自行网上报名 / booked without a log-in' }) online: boolean;
  @ApiProperty(OFFER) offerUntil: string | null;
  @ApiProperty({ ...TIME, description: '报名时间 / booked' }) bookedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '确认时间 / confirmed' }) confirmedAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '到场时间 / came' }) attendedAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '未到场而结束的时间 / ended without anybody coming' }) endedAt: string | null;
}

/** 处理记录: one line of the history. */
export class ActivityBookingHistoryDto extends HistoryOf(ACTIVITY_BOOKING_STATES, { example: 'confirm' }) {}

/** 报名详情: with what was done about it. */
export class ActivityBookingDetailDto extends ActivityBookingDto {
  @ApiProperty({ type: [ActivityBookingHistoryDto], description: '处理记录 / history' }) history: ActivityBookingHistoryDto[];
}

/** 报名人, in plain. */
export class RevealedBookerDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '张三', description: '姓名 / name' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '13800001234', description: '电话 / telephone' }) phone: string | null;
}

/** 已收到: the same for whoever books, booked already or not, so that nobody learns by it who has booked. */
export class BookingReceiptDto {
  @ApiProperty({ type: String, example: '冬季专场招聘会', description: '活动名称 / title of the activity' }) title: string;
  @ApiProperty({ type: String, example: '学府社区文化广场', description: '活动地点 / where it is' }) location: string;
  @ApiProperty({ ...TIME, description: '开始时间 / from' }) startsAt: string;
  @ApiProperty({ ...TIME, description: '结束时间 / until' }) endsAt: string;
  @ApiProperty({
    enum: NUMBER_WAYS,
    example: 'text-message',
    description:
      '报名编号怎样得到：短信发到该号码，或该号码收不到短信、请到社区服务窗口（报姓名和电话） / how the number of the booking is had: by text message to that telephone, or, where none can reach it, at the community, by name and telephone',
  })
  numberBy: NumberWay;
}

/** 我的报名: how it stands, and nothing of who booked, nor of how many others wait. */
export class PublicBookingDto {
  @ApiProperty(NUMBER) number: string;
  @ApiProperty(STATE) state: ActivityBookingState;
  @ApiProperty({ type: [String], example: ['confirm', 'cancel'], description: '您现在可以办理的 / what you may do now' }) actions: string[];
  @ApiProperty({ format: 'uuid', description: '活动 / the activity' }) activityId: string;
  @ApiProperty({ type: String, example: '冬季专场招聘会', description: '活动名称 / title of the activity' }) title: string;
  @ApiProperty({ type: String, example: '学府社区文化广场', description: '活动地点 / where it is' }) location: string;
  @ApiProperty({ ...TIME, description: '开始时间 / from' }) startsAt: string;
  @ApiProperty({ ...TIME, description: '结束时间 / until' }) endsAt: string;
  @ApiProperty(OFFER) offerUntil: string | null;
}
