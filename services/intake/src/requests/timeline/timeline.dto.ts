import { ApiProperty } from '@nestjs/swagger';

/** One line of the story. */
export class TimelineEntryDto {
  @ApiProperty({ format: 'date-time', description: '发生时间 / when' }) at: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '分办：所属分项的编号 / of a divided request: the number of the part that it happened to',
  })
  part: string | null;
  @ApiProperty({ type: String, example: 'dispatch', description: '服务 / where it happened' }) service: string;
  @ApiProperty({ type: String, example: 'work-order.accepted', description: '动作 / what happened' }) action: string;
  @ApiProperty({ type: String, example: '主办单位签收', description: '说明（中文）' }) zh: string;
  @ApiProperty({ type: String, example: 'Accepted by the lead organisation', description: 'explanation in English' }) en: string;
  @ApiProperty({ type: String, nullable: true, description: '诉求由此状态 / state of the request before' }) from: string | null;
  @ApiProperty({ type: String, nullable: true, description: '转为此状态 / and after' }) to: string | null;
  @ApiProperty({ type: String, nullable: true, example: '区住建局', description: '承办单位 / organisation' }) organisation: string | null;
  @ApiProperty({ type: Object, nullable: true, description: '编号与代码 / ids and codes', additionalProperties: true })
  detail: Record<string, unknown> | null;
}

/** 全程时间线. */
export class TimelineDto {
  @ApiProperty({ format: 'uuid', description: '诉求 / the request' }) requestId: string;
  @ApiProperty({ type: String, description: '诉求编号 / number of the request' }) number: string;
  @ApiProperty({ type: String, description: '当前状态 / its state now' }) state: string;
  @ApiProperty({ type: [TimelineEntryDto], description: '由先到后 / oldest first' }) entries: TimelineEntryDto[];
}
