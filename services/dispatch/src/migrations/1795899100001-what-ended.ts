import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What ended 结束: parts and whistles are marked when a step of their order may be their end, so that a clock looks at these and at no others. A whistle is
 * concluded by a time; a supervision order is told to nobody where one of its orders is confidential.
 */
export class WhatEnded1795899100001 implements MigrationInterface {
  readonly name = 'WhatEnded1795899100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table part add column maybe_over boolean not null default false;
      update part set maybe_over = true where state in ('open', 'accepted');
      create index part_maybe_over on part (id) where maybe_over and state in ('open', 'accepted');

      alter table whistle
        add column order_ended boolean not null default false,
        -- The default is for processes of the version before, which do not say it.
        add column conclude_by timestamptz not null default now() + interval '2 days',
        add column reminded_at timestamptz;
      update whistle set conclude_by = greatest(arrive_by, now()) + interval '1 day' where state = 'called';
      update whistle t set order_ended = true from work_order w where w.id = t.work_order_id and t.state = 'called' and w.state in ('closed', 'terminated');
      create index whistle_order_ended on whistle (id) where order_ended and state = 'called';
      create index whistle_conclude on whistle (conclude_by) where state = 'called' and reminded_at is null;

      -- Withheld until it is known that it need not be.
      alter table supervision_order add column confidential boolean not null default true;
      update supervision_order s set confidential = false where not exists (
        select from supervised_order o join work_order w on w.id = o.work_order_id where o.supervision_order_id = s.id and w.confidential is not false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table supervision_order drop column confidential;
      alter table whistle drop column order_ended, drop column conclude_by, drop column reminded_at;
      alter table part drop column maybe_over;
    `);
  }
}
