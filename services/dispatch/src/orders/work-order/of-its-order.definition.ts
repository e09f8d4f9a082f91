import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/** What is about one order. */
const ABOUT_ONE = ['application', 'part', 'whistle'];

/**
 * Keeps number and category of its order in what is about an order, so that its own indexes find it by them, page by page: whoever writes it, and
 * also when the order gets another category. No rule goes by them.
 */
export const OF_ITS_ORDER: RepeatableDefinition = {
  name: 'of-its-order',
  sql: `
    create or replace function take_of_its_order() returns trigger language plpgsql as $$
      begin
        select source_number, category_code into new.source_number, new.category_code from work_order where id = new.work_order_id;
        return new;
      end $$;
    ${ABOUT_ONE.map((table) => `create or replace trigger take_of_its_order before insert on ${table} for each row execute function take_of_its_order();`).join('\n    ')}
    create or replace function give_category() returns trigger language plpgsql as $$
      begin
        ${ABOUT_ONE.map((table) => `update ${table} set category_code = new.category_code where work_order_id = new.id;`).join('\n        ')}
        return null;
      end $$;
    create or replace trigger give_category after update of category_code on work_order
      for each row when (old.category_code is distinct from new.category_code) execute function give_category();`,
};
