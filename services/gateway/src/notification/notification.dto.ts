import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { STAFF_KINDS, type StaffKind } from '@zero-distance/notification';
import { Flag, PageQuery } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** Which of one's own notifications to list. */
export class NotificationQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STAFF_KINDS, description: '事由 / kind' })
  @IsOptional()
  @IsIn(STAFF_KINDS)
  kind?: StaffKind;

  @ApiPropertyOptional({ type: Boolean, description: 'true 只列未读，false 只列已读 / true: unread ones; false: read ones' })
  @IsOptional()
  @Flag()
  unread?: boolean;
}

/** What a kind is called, in both languages. */
export class NotificationTextDto {
  @ApiProperty({ type: String, example: '有工单派给您的单位，请按时签收', description: '中文' }) zh: string;
  @ApiProperty({ type: String, example: 'A work order was given to your organisation: please accept it in time', description: 'English' })
  en: string;
}

/** 工作通知 */
export class NotificationDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ enum: STAFF_KINDS, description: '事由 / kind' }) kind: StaffKind;
  @ApiProperty({ type: NotificationTextDto, description: '内容 / what it says' }) text: NotificationTextDto;
  @ApiProperty({ type: String, example: 'dispatch.work-order', description: '所述对象的种类 / what it is about' }) noun: string;
  @ApiProperty({ format: 'uuid', description: '所述对象的标识 / the id of what it is about' }) subjectId: string;
  @ApiProperty({ type: String, nullable: true, example: '230903011001-261123-000417', description: '诉求编号 / number of the matter' })
  matterNumber: string | null;
  @ApiProperty({ type: String, example: '230903011001', description: '区域 / area' }) areaCode: string;
  @ApiProperty({ format: 'date-time', description: '发生时间 / when it happened' }) happenedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '阅读时间 / when it was read' }) readAt: string | null;
}

/** How much is unread. */
export class UnreadDto {
  @ApiProperty({ type: 'integer', example: 3, description: '未读条数 / how many are unread' }) count: number;
  @ApiProperty({ type: Boolean, example: false, description: '还有更多，未再计数 / there are more, which were not counted' }) more: boolean;
}

/** Up to which one all are read. */
export class ReadAllInput {
  @ApiProperty({
    format: 'uuid',
    example: '0190a5c0-7c1e-7000-8000-000000000041',
    description: '列表中最新一条的编号：此后新到的仍为未读 / the newest that was shown: what came later stays unread',
  })
  @IsUUID()
  upTo: string;
}
