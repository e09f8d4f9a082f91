import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings of activities 活动报名, with their history. */
export class ActivityBooking1796002001000 implements MigrationInterface {
  readonly name = 'ActivityBooking1796002001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity_booking (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('waiting', 'offered', 'booked', 'confirmed', 'attended', 'absent', 'unconfirmed', 'left-out', 'lapsed',
          'cancelled', 'called-off')),
        number text not null,
        activity_id uuid not null references activity (id),
        area_code text not null,
        organisation_id uuid,
        resident_id uuid,
        name text,
        name_masked text,
        phone text,
        phone_masked text,
        phone_index text,
        person_index text not null,
        place int,
        online boolean not null,
        booked_at timestamptz not null,
        confirmed_at timestamptz,
        attended_at timestamptz,
        ended_at timestamptz,
        next_at timestamptz,
        constraint activity_booking_number unique (number)
      );
      ${areaIndexesV1('activity_booking')}
      create index activity_booking_activity on activity_booking (activity_id, id);
      create index activity_booking_state on activity_booking (state, id);
      create index activity_booking_organisation on activity_booking (organisation_id, id) where organisation_id is not null;
      create index activity_booking_day on activity_booking (split_part(number, '-', 2), id);
      create index activity_booking_sequence on activity_booking (split_part(number, '-', 3), id);
      create index activity_booking_phone on activity_booking (phone_index) where phone_index is not null;
      create index activity_booking_resident on activity_booking (resident_id) where resident_id is not null;
      create index activity_booking_came on activity_booking (attended_at, area_code) where attended_at is not null;
      create index activity_booking_next on activity_booking (next_at) where next_at is not null;
      -- Twice booked is booked once.
      create unique index activity_booking_person on activity_booking (activity_id, person_index)
        where state in ('waiting', 'offered', 'booked', 'confirmed', 'attended');
      ${changeTimeV1('activity_booking')}

      ${historyTableV1('activity_booking')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('bookings are never taken away: restore a back-up instead');
  }
}
