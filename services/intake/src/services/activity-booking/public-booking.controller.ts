import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Guessed, IdParam, Operation, Repeatable, Visitor } from '@zero-distance/platform';
import { refuseActivity } from '../activity/activity.errors.js';
import { PublicBookingDto, PublicBookingInput, TrackBookingInput } from './activity-booking.dto.js';
import { refuseBooking } from './activity-booking.errors.js';
import { ActivityBookingService } from './activity-booking.service.js';
import { ACTIVITY_BOOKING_TRANSITIONS } from './activity-booking.transitions.js';
import { toPublicBookingDto } from './activity-booking.view.js';
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
    zh: '居民免登录报名；满员加入候补，有名额时短信告知。凭编号和电话后四位查询、确认、取消',
    en: 'Book a place without a log-in. Where none is free one is put on the waiting list, and told by text message when there is. The number and the last four digits of the telephone are what it is looked up, confirmed and cancelled by',
    answers: PublicBookingDto,
    status: 201,
    errors: [
      refuseActivity('activity.not_found'),
      refuseBooking('activity_booking.not_open'),
      refuseBooking('activity_booking.booked_already'),
      refuseBooking('activity_booking.too_many_of_phone'),
    ],
  })
  async book(@Visitor() visitor: Actor, @IdParam() id: string, @Body() { name, phone }: PublicBookingInput): Promise<PublicBookingDto> {
    const { booking, activity } = await this.bookings.bookPublicly(visitor, id, { name, phone });
    return toPublicBookingDto(booking, activity);
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
