import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duty rosters of organisations 值班表. */
export class DutyShift1795915000000 implements MigrationInterface {
  readonly name = 'DutyShift1795915000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table duty_shift (
        id uuid primary key,
        code text not null constraint duty_shift_code_key unique,
        organisation_code text not null,
        area_code text not null,
        name text not null,
        post text,
        phone text,
        phone_masked text,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        cancelled boolean not null,
        version int not null
      );
      create index duty_shift_area on duty_shift (area_code, id);
      create index duty_shift_organisation on duty_shift (organisation_code, id);
      -- Who is on duty now is among the few whose shift is not over, however long rosters are kept.
      create index duty_shift_on_duty on duty_shift (ends_at) where not cancelled;
      create index duty_shift_number on duty_shift (ends_at) where phone is not null;
      ${changeTimeV1('duty_shift')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table duty_shift');
  }
}
