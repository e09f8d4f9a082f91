import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * A request's number as the public sees it. Numbers of older requests name the grid: without it, whoever asks for one with any grid is given the
 * same entry, so that nobody learns by trying which was the right one.
 */
export const PUBLIC_NUMBER: RepeatableDefinition = {
  name: 'public-number',
  whenChanged: 'reindex index request_public_number',
  sql: `
  create or replace function public_number(number text) returns text language sql immutable strict parallel safe
    return case when strpos(number, '-') = 16 then left(number, 12) || substr(number, 16) else number end`,
};
