import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 经办单位: the organisation of whoever booked somebody takes part in the booking, beside the one that holds the activity. */
export class ActivityBookingBookedBy1796022500000 implements MigrationInterface {
  readonly name = 'ActivityBookingBookedBy1796022500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity_booking add column booked_by uuid;
      create index activity_booking_booked_by on activity_booking (booked_by, id) where booked_by is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table activity_booking drop column booked_by');
  }
}
