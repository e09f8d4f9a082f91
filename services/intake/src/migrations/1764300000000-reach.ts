import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part in a request, whom it is hidden from, and what has to be known of organisations to say what they see. */
export class Reach1764300000000 implements MigrationInterface {
  name = 'Reach1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null until dispatch tells of the organisation again: it then sees what it takes part in.
      alter table organisation add column kind text, add column area_code text, alter column version drop not null;

      -- No foreign key, as none of a matter's: each row is written with its request, or by an event about it.
      drop index request_organisation; -- of the lead alone, and of this table's name
      create table request_organisation (
        organisation_id uuid not null,
        request_id uuid not null,
        registered boolean not null default false,
        primary key (organisation_id, request_id)
      );
      create index request_organisation_request on request_organisation (request_id);
      insert into request_organisation (organisation_id, request_id) select organisation_id, id from request where organisation_id is not null;

      -- Null for nobody, as in all but a few.
      alter table request add column complained_about text[], add column recused_organisations text[],
        add column barred_organisation_ids uuid[], add column barred_account_ids text[], add column registered_by uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('who may not see a matter is never forgotten: restore a back-up instead');
  }
}
