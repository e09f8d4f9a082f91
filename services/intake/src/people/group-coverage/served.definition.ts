import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * 服务到人: keeps on which days each resident was served, in the transaction that says so, whoever does: a visit to a key person that counts, an activity that they came to, and a service
 * order while it is closed and its reply did not say that it could not be provided. It names neither, so that it leads to nobody once the file is erased, and figures of the past stay true.
 */
export const RESIDENTS_SERVED: RepeatableDefinition = {
  name: 'residents-served',
  sql: `
    create or replace function count_served(resident uuid, at timestamptz, times int) returns void language sql as $$
      insert into resident_served (resident_id, day, times)
      select resident, (at at time zone 'Asia/Shanghai')::date, times where resident is not null and at is not null
      on conflict (resident_id, day) do update set times = resident_served.times + excluded.times
    $$;
    -- What was explained or could not be done is no service; an answer of an earlier release says nothing of it.
    create or replace function is_served(result text) returns boolean language sql immutable as $$ select coalesce(result, 'solved') = 'solved' $$;
    create or replace function note_order_served() returns trigger language plpgsql as $$
      begin
        -- What is taken off a request when it or the file is erased takes nothing back.
        if new.resident_id is not null and old.closed_at is distinct from new.closed_at then
          if is_served(old.answer_result) then perform count_served(new.resident_id, old.closed_at, -1); end if;
          if is_served(new.answer_result) then perform count_served(new.resident_id, new.closed_at, 1); end if;
        end if;
        return null;
      end $$;
    create or replace trigger note_order_served after update of closed_at on request for each row execute function note_order_served();
    create or replace function note_visit_served() returns trigger language plpgsql as $$
      begin
        if new.counts then perform count_served((select resident_id from key_person where id = new.key_person_id), new.at, 1); end if;
        return null;
      end $$;
    create or replace trigger note_visit_served after insert on care_visit for each row execute function note_visit_served();
    create or replace function note_attendance_served() returns trigger language plpgsql as $$
      begin
        -- 签到、撤回; what is taken off a booking when the file is erased takes nothing back.
        if new.resident_id is not null and old.attended_at is distinct from new.attended_at then
          perform count_served(new.resident_id, old.attended_at, -1);
          perform count_served(new.resident_id, new.attended_at, 1);
        end if;
        return null;
      end $$;
    create or replace trigger note_attendance_served after update of attended_at on activity_booking for each row execute function note_attendance_served();`,
};
