import { areaIndexesV1, changeTimeV1, historyTableV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whistles 吹哨 of streets, with who was summoned, and their history. */
export class Whistle1795889837050 implements MigrationInterface {
  readonly name = 'Whistle1795889837050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('whistle_state', ['called', 'concluded', 'cancelled'])}
      ${wordDomainV1('whistle_result', ['solved', 'agreed', 'unsolved'])}
      create table whistle (
        id uuid primary key,
        version int not null,
        state whistle_state not null,
        work_order_id uuid not null,
        source_id uuid not null,
        type work_order_type not null,
        area_code text not null,
        barred_organisation_ids uuid[],
        barred_account_ids text[],
        confidential boolean not null,
        organisation_id uuid not null,
        place text not null,
        meet_at timestamptz not null,
        arrive_by timestamptz not null,
        summoned jsonb not null,
        opened_at timestamptz not null,
        missed_at timestamptz,
        result whistle_result,
        concluded_at timestamptz,
        check (num_nulls(result, concluded_at) = case when state = 'concluded' then 0 else 2 end)
      );
      create index whistle_order on whistle (work_order_id, id);
      create index whistle_source on whistle (source_id);
      create index whistle_state on whistle (state, id) where state = 'called';
      create index whistle_due on whistle (arrive_by) where state = 'called';
      ${areaIndexesV1('whistle')}
      ${changeTimeV1('whistle')}

      ${historyTableV1('whistle')}

      create table whistle_organisation (organisation_id uuid not null, whistle_id uuid not null, primary key (organisation_id, whistle_id));
    `);
  }

  async down(): Promise<void> {
    throw new Error('whistles are never taken away: restore a back-up instead');
  }
}
