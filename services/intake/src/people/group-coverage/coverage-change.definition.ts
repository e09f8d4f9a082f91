import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * 覆盖率: notes in which areas coverage may be another, in the transaction that makes it so: who belongs to a group, who was served, where a resident lives, and
 * whose file goes on as another, of which the areas of all above it are noted. Rows are added and never changed, so that nobody waits for anybody.
 */
export const COVERAGE_CHANGES: RepeatableDefinition = {
  name: 'coverage-changes',
  sql: `
    create or replace function note_coverage(who uuid) returns void language sql as $$
      insert into coverage_change (area_code, changes)
      with recursive file as (
        select area_code, main_resident_id, state from resident where id = who
        union select r.area_code, r.main_resident_id, r.state from file f join resident r on r.id = f.main_resident_id where f.state = 'merged'
      )
      select distinct area_code, 1 from file
    $$;
    create or replace function note_resident_coverage() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then perform note_coverage(old.resident_id); end if;
        if tg_op <> 'DELETE' then perform note_coverage(new.resident_id); end if;
        return null;
      end $$;
    create or replace trigger note_resident_coverage after insert or update or delete on group_membership
      for each row execute function note_resident_coverage();
    create or replace trigger note_resident_coverage after insert or update or delete on resident_served
      for each row execute function note_resident_coverage();
    create or replace function note_moved_coverage() returns trigger language plpgsql as $$
      begin
        insert into coverage_change (area_code, changes) values (old.area_code, 1);
        perform note_coverage(old.main_resident_id);
        perform note_coverage(new.id);
        return null;
      end $$;
    create or replace trigger note_moved_coverage after update of area_code, main_resident_id on resident for each row
      when (old.area_code <> new.area_code or old.main_resident_id is distinct from new.main_resident_id) execute function note_moved_coverage();`,
};
