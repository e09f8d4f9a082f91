import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CALL_BACK_OUTCOMES, type CallBackOutcome } from '@zero-distance/contracts';
import { ChangesQuery, Code, Flag, HistoryOf, Instant, IsAreaCode, OfRegister, SearchText } from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { TELEPHONE_LINE } from '../../reference/telephone-line.js';
import { MISSED_CALL_SORTS, type MissedCallSort } from './missed-call.js';
import { MISSED_CALL_STATES, type MissedCallState } from './missed-call.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** 登记未接: what the telephone system says of a call that nobody answered. */
export class RecordMissedCallInput {
  @ApiProperty({
    type: String,
    example: '230903',
    description: '热线服务的区划：接通率按此统计 / the area that the line serves: calls are counted there',
  })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ type: String, example: '12345', description: '被叫热线号码 / the line that was called' })
  @Code(TELEPHONE_LINE)
  line: string;

  @ApiPropertyOptional({
    type: String,
    example: '13800001234',
    description:
      '来电号码，加密存储，回拨后删除；对方隐藏号码的不填 / who called, kept encrypted until called back; left out where it was withheld',
  })
  @IsOptional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: '来电时间，不填为现在；须在策略 missed-call-late-days 日以内 / when; now, unless told',
  })
  @IsOptional()
  @Instant()
  calledAt?: string;
}

/** 回拨结果. */
export class CallBackInput {
  @ApiProperty({
    enum: CALL_BACK_OUTCOMES,
    example: 'answered',
    description: '结果：request 登记诉求，answered 当场解答，nothing-wanted 无诉求 / what came of it',
  })
  @IsIn(CALL_BACK_OUTCOMES)
  outcome: CallBackOutcome;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '所登记的诉求，结果为 request 时必填 / the request that came of it' })
  @IsOptional()
  @IsUUID()
  requestId?: string;
}

/** Which missed calls to list; what is asked for together is narrowed together. */
export class MissedCallQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '12345',
    description: '查找：线路，或区划的代码或名称 / the line, or code or name of its area',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: MISSED_CALL_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(MISSED_CALL_STATES)
  state?: MissedCallState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列逾期未回拨的；false：只列待回拨且未逾期的 / true: only those overdue; false: those to be called back that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;

  @ApiPropertyOptional({
    enum: MISSED_CALL_SORTS,
    default: 'newest',
    description: '排序：newest 最新在前；due 待回拨的按期限 / newest first; or what is to be called back, due soonest first',
  })
  @IsOptional()
  @IsIn(MISSED_CALL_SORTS)
  sort?: MissedCallSort;
}

/** 未接来电 */
export class MissedCallDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: MISSED_CALL_STATES, example: 'open', description: '状态 / state' }) state: MissedCallState;
  @ApiProperty({ type: [String], example: ['attempt', 'call-back'], description: '您现在可以执行的操作 / what you may do now' })
  actions: string[];
  @ApiProperty({ type: String, example: '230903', description: '热线服务的区划 / the area that the line serves' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: '12345', description: '被叫热线号码 / the line that was called' }) line: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '138****1234',
    description: '来电号码（脱敏），结束后不再保留 / who called, masked; gone when it is over',
  })
  phone: string | null;
  @ApiProperty({ type: 'integer', minimum: 1, example: 2, description: '来电次数 / how often they called' }) calls: number;
  @ApiProperty({ ...TIME, description: '首次来电时间 / first called' }) calledAt: string;
  @ApiProperty({ ...TIME, description: '最近来电时间 / last called' }) lastCalledAt: string;
  @ApiProperty({ ...TIME, description: '回拨期限 / by when it is to be called back' }) dueAt: string;
  @ApiProperty({ type: Boolean, description: '是否逾期未回拨 / not called back in time' }) overdue: boolean;
  @ApiProperty({ type: 'integer', example: 1, description: '回拨未通次数 / how often was called back in vain' }) attempts: number;
  @ApiProperty({ ...TIME, nullable: true, description: '此时之后才能再登记一次未通 / another attempt counts from then on' })
  attemptNotBefore: string | null;
  @ApiProperty({ enum: CALL_BACK_OUTCOMES, nullable: true, type: String, description: '回拨结果 / what came of it' })
  outcome: CallBackOutcome | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '所登记的诉求 / the request that came of it' })
  requestId: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '结束时间 / when it was over' }) endedAt: string | null;
}

/** 处理记录: one line of the history. */
export class MissedCallHistoryDto extends HistoryOf(MISSED_CALL_STATES, { example: 'call-back' }) {}

/** 未接来电详情: with what was done about it. */
export class MissedCallDetailDto extends MissedCallDto {
  @ApiProperty({
    type: [MissedCallHistoryDto],
    description: '处理记录，最近 500 条；来电次数见 calls / the newest 500 lines of its history; how often they called is `calls`',
  })
  history: MissedCallHistoryDto[];
}

/** 来电号码, in plain. */
export class RevealedNumberDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '13800001234', description: '来电号码 / the number to call' }) phone: string;
}
