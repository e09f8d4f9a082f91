import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Instant, IsAreaCode, Reference, WholeText } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';

const PLACE = {
  pattern: /^[0-9a-f]{16}$/,
  letters: 'lower',
  zh: '须为此前返回的 after 或事件的 place',
  en: 'must be an `after` or the `place` of an event, as it was given',
} as const;
const EXAMPLE_PLACE = '0000000000000000';

/** 事件 */
export class EventDto {
  @ApiProperty({ format: 'uuid', description: '事件编号，重复送达时不变 / its id, the same when it comes twice' }) id: string;
  @ApiProperty({
    type: String,
    example: '00000000000001a4',
    description: '在事件流中的位置，只增不减 / its place in the feed; later ones are greater',
  })
  place: string;
  @ApiProperty({
    type: String,
    example: 'dispatch.work-order.accepted.v1',
    description: '事件类型，见 AsyncAPI 文档 / its type, as in the AsyncAPI document',
  })
  type: string;
  @ApiProperty({ format: 'date-time', description: '发生时间 / when it happened' }) timestamp: string;
  @ApiProperty({ format: 'uuid', description: '所述对象的标识 / the id of what it tells of' }) subject: string;
  @ApiProperty({ type: 'integer', example: 3, description: '对象在此之后的版本，从 1 连续 / its version after that, from 1 without gaps' })
  subjectVersion: number;
  @ApiProperty({ type: String, nullable: true, example: '230903011001', description: '区域 / area' }) areaCode: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { workOrderId: '0190a5c0-7c1e-7000-8000-000000000002', type: 'request' },
    description: '内容：只有标识、代码、时间和数量 / what it says: ids, codes, times and counts alone',
  })
  data: Record<string, unknown>;
}

/** A span of the feed, as far as the caller hears of it. */
export class EventsDto {
  @ApiProperty({ type: [EventDto], description: '事件，按提交顺序 / events, in the order of their commits' }) items: EventDto[];
  @ApiProperty({
    type: 'integer',
    example: 0,
    description: '其间不对外通知的事件数（保密事项） / how many events in between nobody is told of',
  })
  withheld: number;
  @ApiProperty({ type: String, example: '00000000000001a4', description: '下次查询的 after / to be sent as `after` the next time' })
  after: string;
  @ApiProperty({ type: Boolean, example: false, description: '此后还有事件，可立即再查 / there is more: ask again at once' }) more: boolean;
}

/** Of which events; what is asked for together is narrowed together. */
export class ToldQuery {
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
}

/** Which events are asked for. */
export class EventsQuery extends ToldQuery {
  @ApiPropertyOptional({
    type: String,
    example: EXAMPLE_PLACE,
    description: '此位置之后；上次返回的 after / behind this place: `after` of the last answer',
  })
  @IsOptional()
  @Code(PLACE)
  after?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-11-01T00:00:00+08:00',
    description: '不带 after 时：自此时起 / without `after`: from this time on',
  })
  @IsOptional()
  @Instant()
  since?: string;

  @ApiPropertyOptional({ type: 'integer', default: 100, description: '最多条数 / events at most' })
  @IsOptional()
  @WholeText({ min: 1, max: 500 })
  limit: number = 100;
}
