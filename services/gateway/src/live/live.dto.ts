import { ApiProperty } from '@nestjs/swagger';
import { WholeText } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { ToldQuery } from '../feed/feed.dto.js';

/** Which events are listened to. */
export class LiveQuery extends ToldQuery {
  @ApiProperty({
    type: 'integer',
    required: false,
    default: 600,
    example: 1,
    description: '最长秒数；到时结束，凭 Last-Event-ID 续接 / how long at most: then it ends, and goes on with Last-Event-ID',
  })
  @IsOptional()
  @WholeText({ min: 1, max: 600 })
  seconds: number = 600;
}
