import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, type Channel } from '@zero-distance/contracts';
import { InternalText, Words } from '@zero-distance/platform';
import { IsIn } from 'class-validator';

/** 重新办理. */
export class ReopenInput {
  @ApiProperty({ enum: CHANNELS, example: 'hotline-12345', description: '诉求人来电、来访的渠道 / how the requester asked for it' })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiProperty({
    type: String,
    example: '修好两天后又不亮了。',
    description: '诉求人要求重新办理的理由，承办单位可见 / why the requester is not content; who handles it sees it',
  })
  @InternalText()
  @Words({ max: 2000 })
  reason: string;
}
