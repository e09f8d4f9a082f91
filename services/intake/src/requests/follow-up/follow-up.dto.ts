import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNELS, type Channel, FOLLOW_UP_KINDS, type FollowUpKind } from '@zero-distance/contracts';
import { FileIds } from '@zero-distance/files';
import { InternalText, PointDto, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';

/** 追加. */
export class FollowUpInput {
  @ApiProperty({ enum: FOLLOW_UP_KINDS, example: 'urge', description: '催办、补充或投诉办理 / what it is' })
  @IsIn(FOLLOW_UP_KINDS)
  kind: FollowUpKind;

  @ApiProperty({
    enum: CHANNELS,
    example: 'hotline-12345',
    description: '来电、来访等渠道，可与受理时不同 / how it came in, which may differ',
  })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiPropertyOptional({
    type: String,
    example: '今晚下雨，老人已摔倒一次，请尽快。',
    description: '所说的内容；补充和投诉办理必填 / what was said; needed of a supplement and of a complaint',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 2000 })
  text?: string;

  @FileIds()
  files?: string[];
}

/** 一次追加. */
export class FollowUpDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'date-time', description: '时间 / when' }) at: string;
  @ApiProperty({ enum: FOLLOW_UP_KINDS, description: '催办、补充或投诉办理 / what it is' }) kind: FollowUpKind;
  @ApiProperty({ enum: CHANNELS, description: '渠道 / how it came in' }) channel: Channel;
  @ApiProperty({ type: 'integer', description: '办理轮次 / the round of the request' }) round: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '内容；投诉办理的内容不向单位显示 / what was said; a complaint is not shown to organisations',
  })
  text: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: '所见地点；并入的随手拍有 / where it was seen; of a snapshot report that was added',
  })
  place: string | null;
  @ApiProperty({ type: PointDto, nullable: true, example: null, description: '所见坐标 / the point of it' }) point: PointDto | null;
  @ApiProperty({ type: String, description: '记录人 / who wrote it down' }) actorId: string;
}

/** 一件诉求的追加. */
export class FollowUpsDto {
  @ApiProperty({ type: [FollowUpDto], description: '由先到后 / oldest first' }) items: FollowUpDto[];
}
