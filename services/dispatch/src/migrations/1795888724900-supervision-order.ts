import { areaIndexesV1, changeTimeV1, historyTableV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervision orders 督办单 with the orders they are about and their history; how far an order was escalated. */
export class SupervisionOrder1795888724900 implements MigrationInterface {
  readonly name = 'SupervisionOrder1795888724900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('supervision_order_state', ['open', 'answered', 'closed', 'revoked'])}
      ${wordDomainV1('supervision_cause', [
        'refused-to-take',
        'overdue',
        'solvable-not-solved',
        'bad-effect',
        'repeated',
        'knowledge-not-updated',
      ])}
      ${wordDomainV1('supervision_opener', ['leader', 'centre', 'red-lamp'])}
      create table supervision_order (
        id uuid primary key,
        version int not null,
        state supervision_order_state not null,
        cause supervision_cause not null,
        opened_by supervision_opener not null,
        work_order_ids uuid[] not null,
        source_ids uuid[] not null,
        type work_order_type not null,
        area_code text not null,
        barred_organisation_ids uuid[],
        barred_account_ids text[],
        organisation_id uuid not null,
        opened_at timestamptz not null,
        month text not null,
        due_at timestamptz not null,
        reminded_at timestamptz,
        answered_at timestamptz,
        answered_by text,
        on_time boolean,
        closed_at timestamptz
      );
      create index supervision_order_organisation on supervision_order (organisation_id, id);
      create index supervision_order_month on supervision_order (month, id);
      create index supervision_order_cause on supervision_order (cause, id);
      create index supervision_order_state on supervision_order (state, id) where state in ('open', 'answered');
      create index supervision_order_due on supervision_order (due_at) where state in ('open', 'answered');
      ${areaIndexesV1('supervision_order')}
      ${changeTimeV1('supervision_order')}

      ${historyTableV1('supervision_order')}

      create table supervised_order (
        work_order_id uuid not null,
        supervision_order_id uuid not null,
        round round not null,
        by_red_lamp boolean not null,
        primary key (work_order_id, supervision_order_id)
      );
      create index supervised_order_supervision on supervised_order (supervision_order_id);
      -- The red lamp opens one in each round of an order.
      create unique index supervised_order_once on supervised_order (work_order_id, round) where by_red_lamp;
      create index work_order_red on work_order (feedback_due_at) where reminder_level = 'red' and state in ('dispatched', 'accepted', 'in-progress');

      ${wordDomainV1('escalation', ['government-office', 'leaders-meeting'])}
      alter table work_order add column escalation escalation;
      create index work_order_escalation on work_order (escalation, id) where escalation is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('supervision orders are never taken away: restore a back-up instead');
  }
}
