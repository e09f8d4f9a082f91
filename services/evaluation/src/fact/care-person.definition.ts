import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * 走访对象: whom visits were due to, by risk, month and year, kept by the visits themselves. Days don't add up to people, and a figure of a few people is
 * shown to nobody.
 */
export const CARE_PEOPLE: RepeatableDefinition = {
  name: 'care-people',
  sql: `
    create or replace function keep_care_person() returns trigger language plpgsql as $$
      begin
        insert into care_person
          select new.key_person_id, new.risk, to_char(new.due_at at time zone 'Asia/Shanghai', form), new.area_code, new.due_at, 1
          from unnest(array['YYYY', 'YYYY-MM']) as form
          on conflict (key_person_id, risk, period) do update set area_code = excluded.area_code, visits = care_person.visits + 1;
        -- At which risk it was due, was heard of later.
        if tg_op = 'UPDATE' then
          update care_person set visits = visits - 1 where key_person_id = old.key_person_id and risk = old.risk
            and period in (to_char(old.due_at at time zone 'Asia/Shanghai', 'YYYY'), to_char(old.due_at at time zone 'Asia/Shanghai', 'YYYY-MM'));
        end if;
        return null;
      end $$;
    create or replace trigger keep_care_person_new after insert on care_visit for each row execute function keep_care_person();
    create or replace trigger keep_care_person_other after update on care_visit for each row
      when (old.risk <> new.risk or old.area_code <> new.area_code) execute function keep_care_person();`,
};
