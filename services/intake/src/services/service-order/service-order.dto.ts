import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNELS, type Channel } from '@zero-distance/contracts';
import { Code, Instant, InternalText, Line, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { RecusalInput } from '../../requests/recusal/recusal.dto.js';
import { ITEM_CODE } from '../service-item/service-item.dto.js';

/** A visitor of a reception day is taken in for that day, with what they ask for. */
const ORDER_CHANNELS = CHANNELS.filter((channel) => channel !== 'reception-day');

/** 点单: what is ordered, for whom, and when they want it. */
export class PlaceOrderInput extends RecusalInput {
  @ApiProperty({ type: String, format: 'uuid', description: '居民档案 / the file of the resident whom it is for' })
  @IsUUID()
  residentId: string;

  @ApiProperty({ type: String, example: 'EL-01', description: '服务菜单中的事项编码 / code of an item of their menu' })
  @Code(ITEM_CODE)
  itemCode: string;

  @ApiProperty({ enum: ORDER_CHANNELS, example: 'service-window', description: '点单渠道 / how it was ordered' })
  @IsIn(ORDER_CHANNELS)
  channel: Channel;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: '希望服务的最早时间，办理时限自此起算 / wanted from: the time to provide it counts from then',
  })
  @IsOptional()
  @Instant()
  from?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description:
      '希望服务的最晚时间；只填时段，不超过可提前点单的天数（order-ahead-days） / wanted until, no further ahead than may be ordered (order-ahead-days)',
  })
  @IsOptional()
  @Instant()
  until?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：同一事项已点、尚未办结，仍再点一次 / true: order it once more, though the same item is ordered and not provided yet',
  })
  @IsOptional()
  @IsBoolean()
  again?: boolean;

  @ApiPropertyOptional({ type: String, example: '居民家中', description: '服务地点；详细住址在档案中 / where; the address is in the file' })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ type: String, example: '希望上午上门，需测血压血糖。', description: '要求和说明 / what is wanted of it' })
  @InternalText()
  @IsOptional()
  @Words({ max: 1000 })
  note?: string;
}
