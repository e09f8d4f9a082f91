import type { Tx } from '@zero-distance/persistence';
import type { DataSource } from 'typeorm';
import type { Policies } from '../policy/policy.js';
import type { ReferenceRows } from './reference.js';
import type { Responsibility } from './responsibility.js';

/** Counts the registers' revision up with the change itself: this is what tells every process to read them again. */
export const markChanged = (tx: Tx): void => tx.write('update register_revision set revision = revision + 1', []);

/** Lets no other change of the registers pass until this one is committed: for what must hold over several rows. */
export const lockRegisters = (tx: Tx): Promise<void> => tx.execute('update register_revision set revision = revision + 1', []);

/** The revision of the reference: another number means that something in them changed. */
export async function readRevision(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ revision: number }[]>('select revision from register_revision');
  return (row as { revision: number }).revision;
}

// One statement, so that all of it is of one moment and belongs to the revision read with it. Codes are in the order that `<` gives
// them here, for paging.
const READ_ALL = `select
  (select revision from register_revision) as revision,
  (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name, 'kind', kind, 'areaCode', area_code,
     'parentOrganisation', parent_organisation, 'retiredAt', retired_at, 'successorOrganisation', successor_organisation, 'version', version)
     order by code collate "C"), '[]') from organisation) as organisations,
  (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'version', version, 'categoryPrefix', category_prefix,
     'areaPrefix', area_prefix, 'leadOrganisationId', lead_organisation_id, 'coOrganisationIds', co_organisation_ids,
     'effectiveFrom', effective_from, 'effectiveTo', effective_to, 'note', note) order by code collate "C", version), '[]')
   from responsibility where effective_to is null or (effective_to > now() and effective_to > effective_from)) as responsibilities,
  (select coalesce(json_agg(json_build_object('name', name, 'value', value)), '[]')
   from (select distinct on (name) name, value from policy order by name, version desc) as latest) as policies,
  (select coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name, 'hours', hours)), '[]') from holiday) as holidays,
  greatest((select max(set_at) from holiday), (select max(set_at) from policy where name = any($1))) as calendar_set_at`;

/** Policies that the calendar is made of: when one is set, due times are counted again. */
const OF_CALENDAR: readonly (keyof Policies)[] = ['holiday-years', 'working-hours', 'roll-forward'];

interface AllRow extends Omit<ReferenceRows, 'calendarEdition'> {
  readonly calendar_set_at: Date | null;
}

/** All registers as they stand, with their revision. */
export async function readReferenceData(dataSource: DataSource): Promise<ReferenceRows> {
  const [row] = await dataSource.query<AllRow[]>(READ_ALL, [OF_CALENDAR]);
  const { calendar_set_at, organisations, responsibilities, ...rest } = row as AllRow;
  return {
    ...rest,
    organisations: organisations.map((one) => ({ ...one, retiredAt: one.retiredAt && new Date(one.retiredAt) })),
    responsibilities: responsibilities.map(withDates),
    calendarEdition: calendar_set_at?.toISOString() ?? 'published',
  };
}

/** JSON has no dates. */
const withDates = (entry: Responsibility): Responsibility => ({
  ...entry,
  effectiveFrom: new Date(entry.effectiveFrom),
  effectiveTo: entry.effectiveTo && new Date(entry.effectiveTo),
});
