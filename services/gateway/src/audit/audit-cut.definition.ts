import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * Takes the lines up to a place of the chain away and keeps that place. Lines are added to and never changed, by the rights of the gateway's role; this
 * runs as the migrator, and takes away only what is older than six months, whatever it is asked for.
 */
export const CUT_AUDIT: RepeatableDefinition = {
  name: 'cut-audit',
  sql: `
    create or replace function cut_audit(up_to bigint, known text) returns void language plpgsql security definer set search_path from current as $$
      begin
        if not exists (select from audit_link where position = up_to and hash = known) then
          raise exception 'place % of the audit trail has another hash, or is none', up_to;
        end if;
        if exists (select from audit_link l join audit a on a.id = l.audit_id where l.position <= up_to and a.at > now() - interval '6 months') then
          raise exception 'the audit trail is kept for six months at least';
        end if;
        insert into audit_cut (position, hash, lines, cut_at) select up_to, known, count(*), now() from audit_link where position <= up_to;
        delete from audit a using audit_link l where l.audit_id = a.id and l.position <= up_to;
        delete from audit_link where position <= up_to;
      end $$;
    do $do$ begin execute format('alter function cut_audit(bigint, text) set search_path to %I, pg_temp', current_schema); end $do$`,
};
