import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { NotificationDto, NotificationQuery, ReadAllInput, UnreadDto } from './notification.dto.js';
import { Notifications } from './notification.service.js';

@ApiTags('通知 / Notifications')
@Controller('notifications')
export class NotificationController {
  constructor(private readonly notifications: Notifications) {}

  @Get()
  @Auth('gateway.notifications.list')
  @Operation({ zh: '本人的工作通知（新的在前）', en: "List one's own notifications, newest first", answers: PageOf(NotificationDto) })
  list(@Caller() actor: Actor, @Query() query: NotificationQuery): Promise<Page<NotificationDto>> {
    return this.notifications.list(actor, query);
  }

  @Get('unread')
  @Auth('gateway.notifications.unread')
  @Operation({ zh: '本人未读通知数', en: 'Count what is unread', answers: UnreadDto })
  unread(@Caller() actor: Actor): Promise<UnreadDto> {
    return this.notifications.unread(actor);
  }

  @Post('read')
  @Auth('gateway.notifications.readAll')
  @Operation({ zh: '全部标为已读，至某一条止', en: 'Mark all as read, up to one' })
  readAll(@Caller() actor: Actor, @Body() { upTo }: ReadAllInput): Promise<void> {
    return this.notifications.readAll(actor, upTo);
  }

  @Post(':id/read')
  @Auth('gateway.notifications.read')
  @Operation({ zh: '标为已读', en: 'Mark one as read', answers: NotificationDto, errors: [refuse('notification.not_found')] })
  read(@Caller() actor: Actor, @IdParam() id: string): Promise<NotificationDto> {
    return this.notifications.read(actor, id);
  }
}
