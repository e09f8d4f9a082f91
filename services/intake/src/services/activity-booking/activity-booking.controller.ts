import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refuseActivity } from '../activity/activity.errors.js';
import {
  ActivityBookingDetailDto,
  ActivityBookingDto,
  ActivityBookingQuery,
  BookActivityInput,
  RevealedBookerDto,
} from './activity-booking.dto.js';
import { refuseBooking } from './activity-booking.errors.js';
import { ActivityBookingService } from './activity-booking.service.js';
import { ACTIVITY_BOOKING_TRANSITIONS } from './activity-booking.transitions.js';

const NOT_FOUND = refuseBooking('activity_booking.not_found');
/** Of somebody without a file, since none can be named before it is there. */
const BY_NAME = { named: { summary: '按姓名 by name', value: { name: '张三', phone: '13800001234' } } };

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: ActivityBookingDto, errors: [NOT_FOUND, ...ACTIVITY_BOOKING_TRANSITIONS.errors, ...errors] });

@ApiTags('活动 / Activities')
@Controller()
export class ActivityBookingController {
  constructor(private readonly bookings: ActivityBookingService) {}

  @Post('activities/:id/bookings')
  @Auth('intake.activityBookings.book')
  @ApiBody({ type: BookActivityInput, examples: BY_NAME })
  @Operation({
    zh: '报名：有名额即报上，满员加入候补；同一人再次报名即原报名',
    en: 'Book a place: where none is free they are put on the waiting list. Somebody who is booked already keeps that booking',
    answers: ActivityBookingDto,
    status: 201,
    errors: [
      refuseActivity('activity.not_found'),
      refuseActivity('activity.not_yours'),
      refuseBooking('activity_booking.who'),
      refuseBooking('activity_booking.not_open'),
      refuseBooking('activity_booking.full'),
      refuseBooking('activity_booking.not_registered'),
    ],
  })
  book(@Caller() actor: Actor, @IdParam() id: string, @Body() input: BookActivityInput): Promise<ActivityBookingDto> {
    return this.bookings.book(actor, id, input);
  }

  @Get('activity-bookings')
  @Auth('intake.activityBookings.list')
  @Operation({ zh: '活动报名列表', en: 'List bookings of activities', answers: ChangesPageOf(ActivityBookingDto) })
  list(@Caller() actor: Actor, @Query() query: ActivityBookingQuery): Promise<Page<ActivityBookingDto>> {
    return this.bookings.list(actor, query);
  }

  @Get('activity-bookings/:id')
  @Auth('intake.activityBookings.get')
  @Operation({ zh: '查看报名及其处理记录', en: 'Get a booking and its history', answers: ActivityBookingDetailDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ActivityBookingDetailDto> {
    return this.bookings.get(actor, id);
  }

  @Post('activity-bookings/:id/reveal')
  @Auth('intake.activityBookings.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看报名人姓名和电话（留痕）',
    en: 'Reveal who booked, for a stated purpose that is kept',
    answers: RevealedBookerDto,
    errors: [NOT_FOUND, refuseBooking('activity_booking.erased')],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedBookerDto> {
    return this.bookings.reveal(actor, id, input);
  }

  @Post('activity-bookings/:id/accept')
  @Auth('intake.activityBookings.accept')
  @Action('代为接受候补名额，保留期内', 'Accept for them the place that is offered, while it is kept')
  accept(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityBookingDto> {
    return this.bookings.accept(actor, { id, ifMatch });
  }

  @Post('activity-bookings/:id/confirm')
  @Auth('intake.activityBookings.confirm')
  @Action('确认参加：报名人再次表示会来', 'Confirm: they have said again that they will come')
  confirm(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityBookingDto> {
    return this.bookings.confirm(actor, { id, ifMatch });
  }

  @Post('activity-bookings/:id/cancel')
  @Auth('intake.activityBookings.cancel')
  @Action('取消报名：名额给候补第一位', 'Cancel: the place is offered to who has waited longest')
  cancel(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityBookingDto> {
    return this.bookings.cancel(actor, { id, ifMatch });
  }

  @Post('activity-bookings/:id/attend')
  @Auth('intake.activityBookings.attend')
  @Action('签到：到场', 'They have come')
  attend(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityBookingDto> {
    return this.bookings.attend(actor, { id, ifMatch });
  }

  @Post('activity-bookings/:id/take-back')
  @Auth('intake.activityBookings.takeBack')
  @Action('签到有误，撤回', 'They had not come: it was recorded by mistake')
  takeBack(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityBookingDto> {
    return this.bookings.takeBack(actor, { id, ifMatch });
  }
}
