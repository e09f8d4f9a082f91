import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More kinds of organisations, to whom each belongs, since when it is no more, and who took over its work. */
export class OrganisationRetired1795887300000 implements MigrationInterface {
  name = 'OrganisationRetired1795887300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation drop constraint organisation_kind_check, add constraint organisation_kind_check check
        (kind in ('department', 'street', 'town', 'community', 'village', 'centre', 'utility', 'property-company',
          'owners-committee', 'social-organisation', 'volunteer-team', 'union', 'provider'));
      alter table organisation
        add column parent_organisation text references organisation (code) check (parent_organisation <> code),
        add column retired_at timestamptz,
        add column successor_organisation text references organisation (code) check (successor_organisation <> code),
        add constraint organisation_retired check ((retired_at is null) = (successor_organisation is null));
      create index organisation_successor on organisation (successor_organisation) where successor_organisation is not null;
      create index organisation_parent on organisation (parent_organisation) where parent_organisation is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('who is no more may not act again: restore a back-up instead');
  }
}
