import { BROUGHT_TABLES } from './client-log.js';
import type { Evidence } from './evidence.js';
import { examples, type Finding, finding } from './finding.js';

/** Parts, whistles, supervision orders, knowledge entries, service cases, activities and bookings are as who brought them there was told, each once, and there is no other. */
export async function broughtAsTold({ insight, product: { log } }: Evidence): Promise<Finding> {
  const wrong: string[] = [];
  for (const table of BROUGHT_TABLES) {
    const told = new Map(log.brought.filter((one) => one.table === table).map(({ id, state }) => [id, state]));
    const rows = await insight.query<{ id: string; state: string }>(`select id, state from ${table}`);
    for (const { id, state } of rows)
      if (told.get(id) !== state) wrong.push(`${table} ${id} is ${state}, told ${told.get(id) ?? 'nothing'}`);
    const stored = new Set(rows.map(({ id }) => id));
    for (const id of told.keys()) if (!stored.has(id)) wrong.push(`${table} ${id} is lost`);
  }
  const detail = `${log.brought.length} brought, ${wrong.length} otherwise${examples(wrong)}`;
  return finding('what came beside orders is as it was told, each once', wrong.length === 0, detail);
}

/** Who was answered by an entry of the knowledge base is counted with it, once. */
export async function usesAsTold({ insight, product: { log } }: Evidence): Promise<Finding> {
  const rows = await insight.query<{ id: string }>('select request_id as id from intake.knowledge_use');
  const lost = [...log.onTheSpot].filter((id) => !rows.some((row) => row.id === id)).length;
  const extra = rows.filter(({ id }) => !log.onTheSpot.has(id)).length;
  const detail = `${log.onTheSpot.size} answered by an entry, ${rows.length} counted, ${lost} lost, ${extra} extra`;
  return finding('every answer by a knowledge entry counts once', lost + extra === 0, detail);
}
