import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clients, people, what the issuer remembers, its keys, and failed logins. */
export class Gateway1764000000000 implements MigrationInterface {
  readonly name = 'Gateway1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gateway.client (
        id            text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
        name          text NOT NULL,
        secret_hash   text,                               -- null: a public client (code + PKCE only)
        scopes        text[] NOT NULL DEFAULT '{}',
        roles         text[] NOT NULL DEFAULT '{}',
        area          text NOT NULL DEFAULT '',            -- area code prefix; '' = everything
        org           text,
        redirect_uris text[] NOT NULL DEFAULT '{}',
        post_logout_redirect_uris text[] NOT NULL DEFAULT '{}',
        created_at    timestamptz NOT NULL DEFAULT now(),
        updated_at    timestamptz NOT NULL DEFAULT now(),
        disabled_at   timestamptz,
        CHECK (secret_hash IS NOT NULL OR redirect_uris <> '{}')
      )`);
    await runner.query(`
      CREATE TABLE gateway.account (
        id            uuid PRIMARY KEY,
        username      text NOT NULL UNIQUE,
        password_hash text NOT NULL,
        scopes        text[] NOT NULL DEFAULT '{}',
        roles         text[] NOT NULL DEFAULT '{}',
        area          text NOT NULL DEFAULT '',
        org           text,
        created_at    timestamptz NOT NULL DEFAULT now(),
        updated_at    timestamptz NOT NULL DEFAULT now(),
        disabled_at   timestamptz
      )`);
    await runner.query(`
      CREATE TABLE gateway.oidc_payload (
        model       text NOT NULL,
        id          text NOT NULL,
        payload     jsonb NOT NULL,
        grant_id    text,
        uid         text,
        consumed_at timestamptz,
        expires_at  timestamptz NOT NULL,
        PRIMARY KEY (model, id)
      )`);
    await runner.query('CREATE INDEX oidc_payload_grant ON gateway.oidc_payload (grant_id) WHERE grant_id IS NOT NULL');
    await runner.query('CREATE UNIQUE INDEX oidc_payload_uid ON gateway.oidc_payload (model, uid) WHERE uid IS NOT NULL');
    await runner.query('CREATE INDEX oidc_payload_expiry ON gateway.oidc_payload (expires_at)');
    await runner.query(`
      CREATE TABLE gateway.signing_key (
        kid            text PRIMARY KEY,
        sealed_jwk     bytea NOT NULL,                     -- AES-256-GCM under GATEWAY_KEY
        active_from    timestamptz NOT NULL,
        created_at     timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE gateway.login_failure (
        subject        text PRIMARY KEY,                   -- client:<id>, account:<uuid>, unknown:<sha256 of the name tried>
        failures       integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until   timestamptz
      )`);
    await runner.query('CREATE INDEX login_failure_age ON gateway.login_failure (last_failed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['login_failure', 'signing_key', 'oidc_payload', 'account', 'client']) {
      await runner.query(`DROP TABLE gateway.${table}`);
    }
  }
}
