// SQL that the migrations of every service share. A migration never changes its meaning, so neither does a function here: a change for new
// tables is a V2 beside it.

/**
 * The history of an aggregate, `<noun>_history`, with a partition for each month, kept for good.
 * @param noun the aggregate's table: `hazard` → `hazard_id`
 */
export const historyTableV1 = (noun: string): string => `
  create table ${noun}_history (
    id uuid not null,
    ${noun}_id uuid not null,
    action text not null,
    from_state text,
    to_state text not null,
    actor_id text not null,
    reason text,
    at timestamptz not null
  ) partition by range (at);
  create index ${noun}_history_${noun} on ${noun}_history (${noun}_id, id);
  insert into partition_plan values ('${noun}_history', 'month', null);
  select maintain_partitions();
`;

/**
 * Indexes for lists of an area, newest first. There is one for each level at which an area is named, so a page costs as much as its rows
 * (decision 8). A grid has none: its rows are found among its community's.
 */
export const areaIndexesV1 = (table: string): string => `
  create index ${table}_district on ${table} (left(area_code, 6), id);
  create index ${table}_street on ${table} (left(area_code, 9), id);
  create index ${table}_community on ${table} (left(area_code, 12), id);
`;

/** 政策参数 in versions: the table of the platform's policies. */
export const policyTableV1 = (): string => `
  create table policy (
    id uuid primary key,
    name text not null,
    version int not null,
    value jsonb not null,
    reason text,
    set_by text not null,
    set_at timestamptz not null,
    constraint policy_name_version_key unique (name, version)
  );
`;

/**
 * The words that a column takes, as a domain. It checks only what is written, and is parsed once for each connection; a check constraint is parsed
 * by every statement that touches the table (decision 14).
 * @param words spelled out in the migration, because the code's list grows; a test compares the two
 */
export const wordDomainV1 = (name: string, words: readonly string[]): string =>
  `create domain ${name} as text check (value in (${words.map((word) => `'${word}'`).join(', ')}));`;

/** 查看记录: who revealed or exported what, as the platform writes it. Its name makes it append-only (deploy/src/postgres.ts). */
export const accessRecordTableV1 = (): string => `
  create table access_record (
    id uuid primary key,
    action text not null,
    subject text not null,
    actor_id text not null,
    purpose text,
    detail jsonb,
    at timestamptz not null
  );
  create index access_record_subject on access_record (subject, at);
`;

/**
 * When each row changed last, in the order of the changes: for lists that are asked what has changed. Rows that are there already count as
 * changed now. In milliseconds, because a cursor has no more.
 */
export const changeTimeV1 = (table: string): string => `
  alter table ${table} add column updated_at timestamptz(3) not null default now();
  create index ${table}_changed on ${table} (updated_at, id);
`;
