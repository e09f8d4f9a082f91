import type { ReadTx } from '@zero-distance/persistence';

/** Where a category is named yet, as far as intake knows. */
export interface CategoryMentions {
  readonly openRequests: number;
  readonly knowledgeEntryIds: string[];
  readonly confusedWith: string[];
  readonly predecessors: string[];
}

/** So many knowledge entries are named; whoever has put them right is shown the next. */
const NAMED = 200;

/** The open states are spelt out as in the index of open requests: there are few of those, however many are filed. */
export async function mentionsOf(tx: ReadTx, code: string): Promise<CategoryMentions | undefined> {
  const [row] = await tx.query<CategoryMentions & Record<string, unknown>>(
    `select
       (select count(*)::int from request
        where state in ('received', 'dispatched', 'mediating', 'replied', 'reopened') and category_code = c.code) as "openRequests",
       array(select k.id::text from knowledge_entry k where k.category_code = c.code and k.state <> 'retired'
             order by k.id limit ${NAMED}) as "knowledgeEntryIds",
       array(select o.code from category o where o.successor_category is null
             and exists (select from unnest(o.confusables) said where left(said, 6) = c.code) order by o.code) as "confusedWith",
       array(select o.code from category o where o.successor_category = c.code order by o.code) as predecessors
     from category c where c.code = $1`,
    [code],
  );
  return row;
}
