import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsAreaCode, Reference, WholeText } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';

/** Which events are listened to. */
export class LiveQuery {
  @ApiPropertyOptional({
    type: String,
    example: 'dispatch.work-order.dispatched.v1,dispatch.work-order.reminded.v1',
    description: '只要这些类型，逗号分隔 / of these types only, with commas between',
  })
  @IsOptional()
  @Reference({ max: 4000 })
  types?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只要此区划之内的 / within this area only' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

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
