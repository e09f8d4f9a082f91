import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An upstream reference is unique within its system, no longer within the channel that many systems share. */
export class UpstreamSystem1764300001000 implements MigrationInterface {
  name = 'UpstreamSystem1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    // Whoever registered what is there already stands in its history. The version before this one writes no system: its references stay
    // unique in their channel among themselves.
    await runner.query(`
      alter table request add column upstream_system text;
      update request r set upstream_system = case when channel = 'hotline-12345' then channel else (
        select 'client ' || h.actor_id from request_history h where h.request_id = r.id and h.action = 'register' limit 1) end
      where upstream_reference is not null;
      drop index request_upstream;
      create unique index request_upstream on request (channel, coalesce(upstream_system, ''), upstream_reference)
        where upstream_reference is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
