import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/** Notes in the writing transaction which requests have words that are not searched yet: none is missed, whoever writes them. */
export const REQUEST_WORDS_DUE: RepeatableDefinition = {
  name: 'request-words-due',
  sql: `
    create or replace function note_request_words() returns trigger language plpgsql as $$
      begin
        insert into request_words_due (request_id) values (new.id)
        on conflict (request_id) do update set changes = request_words_due.changes + 1;
        return null;
      end $$;
    create or replace trigger note_request_words after insert or update of title, text, place, area_code on request
      for each row execute function note_request_words();`,
};
