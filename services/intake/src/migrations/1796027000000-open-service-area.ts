import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open of the services in an area that is retired is found without what is over there. */
export class OpenServiceArea1796027000000 implements MigrationInterface {
  readonly name = 'OpenServiceArea1796027000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index service_case_open_area on service_case (area_code) where state in ('open', 'preparing', 'submitted', 'decided');
      create index home_visit_planned_area on home_visit (area_code) where state = 'planned';
      create index activity_open_area on activity (area_code) where state in ('planned', 'announced', 'held');
      create index activity_booking_open_area on activity_booking (area_code) where state in ('waiting', 'offered', 'booked', 'confirmed');
      create index activity_outcome_recorded_area on activity_outcome (area_code) where state = 'recorded';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index activity_outcome_recorded_area;
      drop index activity_booking_open_area;
      drop index activity_open_area;
      drop index home_visit_planned_area;
      drop index service_case_open_area;
    `);
  }
}
