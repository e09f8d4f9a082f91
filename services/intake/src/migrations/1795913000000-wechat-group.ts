import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** WeChat groups and accounts 微信矩阵, and by which of them a report came in. */
export class WechatGroup1795913000000 implements MigrationInterface {
  readonly name = 'WechatGroup1795913000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wechat_group (
        id uuid primary key,
        code text not null constraint wechat_group_code_key unique,
        kind text not null check (kind in ('group', 'account')),
        name text not null,
        area_code text not null,
        keeper_account_id text not null,
        response_minutes int not null,
        retired_on date,
        version int not null
      );
      create index wechat_group_area on wechat_group (area_code, id);
      create index wechat_group_kind on wechat_group (kind, id);
      ${changeTimeV1('wechat_group')}

      alter table snapshot_report add column wechat_group text;
      alter table snapshot_report drop constraint snapshot_report_channel_check;
      alter table snapshot_report add constraint snapshot_report_channel_check check (channel in ('online', 'wechat-matrix', 'mobile-grid-worker'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('reports that came in by WeChat are never taken away: restore a back-up instead');
  }
}
