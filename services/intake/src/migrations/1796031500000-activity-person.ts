import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 活动报名: a mark drawn by chance says which bookings are of one person, for good; the keyed hash of name and telephone, which leads back to them, is kept as long as
 * these are. Of bookings from before, those of one hash or one file are of one person, and the hash goes where the name has gone.
 */
export class ActivityPerson1796031500000 implements MigrationInterface {
  readonly name = 'ActivityPerson1796031500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity_booking
        add column person_mark uuid not null default gen_random_uuid(),
        alter column person_index drop not null;
      update activity_booking b set person_mark = m.mark
      from (select person_index, gen_random_uuid() as mark from activity_booking group by 1 having count(*) > 1) m
      where b.person_index = m.person_index;
      -- Who was booked by their file, or by one that was merged into it, under several hashes: until no file has two marks.
      do $do$ begin loop
        update activity_booking b set person_mark = m.mark
        from (
          with recursive file as (
            select id, id as main from resident where main_resident_id is null
            union all select r.id, f.main from resident r join file f on r.main_resident_id = f.id
          )
          select unnest(array_agg(distinct person_mark)) as other, min(person_mark::text)::uuid as mark
          from activity_booking join file on file.id = resident_id group by file.main having count(distinct person_mark) > 1
        ) m
        where b.person_mark = m.other and m.mark < b.person_mark;
        exit when not found;
      end loop; end $do$;
      update activity_booking set person_index = null where name is null;
      update activity_booking_history set reason = null
      where reason is not null and activity_booking_id in (select id from activity_booking where name is null);
      update activity_outcome_history set reason = null where reason is not null and activity_outcome_id in (
        select o.id from activity_outcome o join activity_booking b on b.id = o.booking_id where b.name is null);
      -- Whoever books is held by this meanwhile, so that of two of their bookings the second finds the first. It goes with the last booking that has the hash.
      create table activity_person (person_index text primary key);
      insert into activity_person select distinct person_index from activity_booking where person_index is not null;
      create index activity_booking_mark on activity_booking (person_mark);
      create index activity_booking_hash on activity_booking (person_index) where person_index is not null;

      -- Likewise the words in the materials of service cases of which nobody is known any more.
      update service_case set materials = (
        select jsonb_agg(m || jsonb_build_object('reason', null, 'name', case when m -> 'askedLater' = 'true' then '（内容已依法删除）' else m ->> 'name' end) order by n)
        from jsonb_array_elements(materials) with ordinality as e (m, n))
      where applicant is null and applicant_id is null and resident_id is null and jsonb_array_length(materials) > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('hashes that are gone do not come back: restore a back-up instead');
  }
}
