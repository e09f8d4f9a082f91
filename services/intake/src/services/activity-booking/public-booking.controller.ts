import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Guessed, IdParam, Operation, Repeatable, Visitor } from '@zero-distance/platform';
import { refuseActivity } from '../activity/activity.errors.js';
import { BookingReceiptDto, PublicBookingDto, PublicBookingInput, TrackBookingInput } from './activity-booking.dto.js';
import { refuseBooking } from './activity-booking.errors.js';
import { ActivityBookingService } from './activity-booking.service.js';
import { ACTIVITY_BOOKING_TRANSITIONS } from './activity-booking.transitions.js';
import { PublicBookingService } from './public-booking.service.js';

/** An operation by number and telephone, in the OpenAPI document. */
const ByNumber = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: PublicBookingDto,
    errors: [refuseBooking('activity_booking.not_tracked'), refuseBooking('activity_booking.tried_too_often'), ...errors],
  });

/** 活动报名, without a log-in: bounded by address and day, like all that is. */
@ApiTags('活动 / Activities')
@Controller('public')
export class PublicBookingController {
  constructor(
    private readonly bookings: ActivityBookingService,
    private readonly own: PublicBookingService,
  ) {}

  @Post('activities/:id/bookings')
  @Auth('intake.activityBookings.bookPublicly')
  @Repeatable()
  @Operation({
    zh: '居民免登录报名；满员加入候补。无论是否已报名，回复相同；报名编号短信发到该号码，凭编号和电话后四位查询、接受、确认、取消',
    en: 'Book a place without a log-in, or on the waiting list where none is free. The answer is the same whether one is booked already or not: the number of the booking goes to that telephone by text message, and with its last four digits the booking is looked up, accepted, confirmed and cancelled',
    answers: BookingReceiptDto,
    status: 202,
    errors: [refuseActivity('activity.not_found'), refuseBooking('activity_booking.not_open')],
  })
  book(@Visitor() visitor: Actor, @IdParam() id: string, @Body() { name, phone }: PublicBookingInput): Promise<BookingReceiptDto> {
    return this.bookings.bookPublicly(visitor, id, { name, phone });
  }

  @Post('activity-bookings/track')
  @Auth('intake.activityBookings.track')
  @Guessed()
  @ByNumber('凭编号和电话后四位查询报名', 'How a booking stands, by its number and the last four digits of the telephone')
  track(@Ip() address: string, @Body() input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.own.track(address, input);
  }

  @Post('activity-bookings/accept')
  @Auth('intake.activityBookings.acceptPublicly')
  @Guessed()
  @ByNumber('接受候补名额，保留期内', 'Accept the place that is offered, while it is kept', ...ACTIVITY_BOOKING_TRANSITIONS.errors)
  accept(@Ip() address: string, @Body() input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.own.accept(address, input);
  }

  @Post('activity-bookings/confirm')
  @Auth('intake.activityBookings.confirmPublicly')
  @Guessed()
  @ByNumber('确认参加', 'Say again that one will come', ...ACTIVITY_BOOKING_TRANSITIONS.errors)
  confirm(@Ip() address: string, @Body() input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.own.confirm(address, input);
  }

  @Post('activity-bookings/cancel')
  @Auth('intake.activityBookings.cancelPublicly')
  @Guessed()
  @ByNumber('取消报名：名额给候补第一位', 'Cancel: the place is offered to who has waited longest', ...ACTIVITY_BOOKING_TRANSITIONS.errors)
  cancel(@Ip() address: string, @Body() input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.own.cancel(address, input);
  }
}
