import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, FOLLOW_UP_KINDS } from '@zero-distance/contracts';

/** 追加: what the requester said after the request was taken in. */
export class FollowUpDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-24T02:00:00.000Z', description: '时间 / when' }) at: string;
  @ApiProperty({ enum: FOLLOW_UP_KINDS, description: '催办、补充或投诉办理 / what it is' }) kind: string;
  @ApiProperty({ enum: CHANNELS, description: '渠道 / how it came in' }) channel: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2号楼前的路灯今天也不亮了。',
    description:
      '内容；投诉办理的内容不向单位显示，已删除的无 / what was said; a complaint is not shown to organisations, nor what was erased',
  })
  text: string | null;
}
