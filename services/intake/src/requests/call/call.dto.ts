import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, InternalText, IsAccount, IsAreaCode, Nested, OfRegister, Reference, Whole } from '@zero-distance/platform';
import { IsOptional, IsUUID } from 'class-validator';
import { TELEPHONE_LINE } from '../../reference/telephone-line.js';
import { RecusalInput } from '../recusal/recusal.dto.js';
import { DAY_SECONDS } from './call.js';

/** 来电: what the telephone system says of the call. */
export class CallInput {
  @ApiProperty({ type: String, example: 'cc-20261128-000731', description: '话务系统的通话编号 / the telephone system’s id of the call' })
  @InternalText()
  @Reference({ max: 64 })
  callId: string;

  @ApiProperty({
    type: String,
    example: '12345',
    description: '被叫热线号码，不是来电号码 / the line that was called, not the caller’s number',
  })
  @Code(TELEPHONE_LINE)
  line: string;

  @ApiProperty({
    type: String,
    example: '230903',
    description: '热线服务的区划：接通率按此统计 / the area that the line serves: calls are counted there',
  })
  @IsAreaCode()
  areaCode: string;

  @ApiPropertyOptional({
    type: String,
    example: 'demo-hotline',
    description: '话务员账号：人员账号编号或客户端代码，不填为登记人 / the account that took the call; who registers it, unless told',
  })
  @IsOptional()
  @IsAccount()
  agentAccountId?: string;

  @ApiProperty({ type: 'integer', example: 9, minimum: 0, description: '排队秒数：振铃、排队至人工接听 / seconds until somebody answered' })
  @Whole({ min: 0, max: DAY_SECONDS })
  queueSeconds: number;

  @ApiPropertyOptional({
    type: String,
    example: 'rec-20261128-000731',
    description: '录音编号，录音本身留在话务系统 / what the recording is known by; it stays in the telephone system',
  })
  @InternalText()
  @IsOptional()
  @Reference({ max: 200 })
  recordingReference?: string;
}

/** What comes with a request by the way it came in. */
export class ChannelInput extends RecusalInput {
  @ApiPropertyOptional({ type: CallInput, description: '来电信息，仅热线渠道可填 / the call, of the telephone channels only' })
  @IsOptional()
  @Nested(() => CallInput)
  call?: CallInput;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description:
      '来访的居民接待日，渠道 reception-day 必填，其他渠道不填 / the reception day that it was brought to: needed of that channel, and of no other',
  })
  @IsOptional()
  @IsUUID()
  receptionDayId?: string;
}

/** 来电, as staff see it who may know who asks. */
export class CallDto {
  @ApiProperty({ type: String, example: 'cc-20261128-000731', description: '通话编号 / id of the call' }) callId: string;
  @ApiProperty({ type: String, example: '12345', description: '被叫热线号码 / the line that was called' }) line: string;
  @ApiProperty({ type: String, example: '230903', description: '热线服务的区划 / the area that the line serves' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: 'demo-hotline', description: '话务员账号 / the account that took it' }) agentAccountId: string;
  @ApiProperty({ type: 'integer', example: 9, description: '排队秒数 / seconds until somebody answered' }) queueSeconds: number;
  @ApiProperty({ type: String, nullable: true, example: 'rec-20261128-000731', description: '录音编号 / what the recording is known by' })
  recordingReference: string | null;
}
