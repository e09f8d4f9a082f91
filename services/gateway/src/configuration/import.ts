import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type ConfigurationFile, type DocumentInForce, documentsOf, type PolicyInForce, policiesOf } from './configuration-file.js';
import { CSV, type DistrictApi, GEOJSON } from './district-api.js';
import { CONFIGURED, RETIRING } from './registers.js';

const POLL_MS = 300;
/** A service hears of another's rows a moment later; a row that names one too early is sent again. */
const TRIES = 15;
const TRY_AGAIN_MS = 1_000;
const SHOWN_FAULTS = 20;

interface Import {
  readonly id: string;
  readonly state: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

interface RefusedRow {
  readonly row: number;
  readonly faults: readonly { readonly column: string | null; readonly code: string; readonly en: string }[];
}

/** What came of one register or policy. */
export interface Outcome {
  readonly what: string;
  readonly text: string;
  readonly refusals: readonly string[];
}

/**
 * Brings a configuration in: registers in the order in which one names another, then policies, whose keys may be of those, and templates. What is so already is left as it
 * is, so a run that broke off is made again. Rows that the file does not have stay: a register takes nothing away.
 */
export async function* importConfiguration(api: DistrictApi, file: ConfigurationFile, isDryRun: boolean): AsyncGenerator<Outcome> {
  for (const { service, register } of CONFIGURED) {
    const found = file.registers.find((each) => each.service === service && each.register === register);
    if (found) yield await bringIn(api, `/api/${service}/v1/imports`, found, isDryRun);
  }
  for (const service of new Set(file.policies.map((policy) => policy.service))) {
    const { items } = await api.get<{ items: PolicyInForce[] }>(policiesOf(service));
    for (const [at, { name, value }] of file.policies.entries()) {
      if (file.policies[at]?.service !== service) continue;
      const inForce = items.find((policy) => policy.name === name);
      const what = `${service} policy ${name}`;
      if (!inForce) yield unknownHere(what, `/policies/${at}`, items);
      else yield await setPolicy(api, what, `${policiesOf(service)}/${name}`, { value, inForce, madeAt: file.madeAt }, isDryRun);
    }
  }
  yield* retireRows(api, file, isDryRun);
  for (const [at, template] of (file.templates ?? []).entries()) yield await publish(api, template, { at, madeAt: file.madeAt }, isDryRun);
}

/** Last, as nothing new comes into what is retired, and the file may have rows that were there before. What is retired so already stays. */
async function* retireRows(api: DistrictApi, { retired = [] }: ConfigurationFile, isDryRun: boolean): AsyncGenerator<Outcome> {
  for (const { service, register, successor: member } of RETIRING) {
    const wanted = retired.filter((row) => row.service === service && row.register === register);
    if (wanted.length === 0) continue;
    const path = `/api/${service}/v1/${register}`;
    const present = new Map((await api.all(path)).map((row) => [row.code, row[member]]));
    const due = wanted.filter(({ code, successor }) => present.get(code) !== successor);
    const refusals = isDryRun
      ? []
      : await refusedOf(due, ({ code, successor }) => api.post(`${path}/${code}/retire`, { [member]: successor }));
    const text = `${isDryRun ? 'would be ' : ''}${due.length - refusals.length} retired, ${wanted.length - due.length} unchanged, ${refusals.length} refused`;
    yield { what: `${service} ${register}, retired`, text, refusals };
  }
}

/** One after the other; what is refused does not keep the others from it. */
async function refusedOf<T>(rows: readonly T[], act: (row: T) => Promise<unknown>): Promise<string[]> {
  const refusals: string[] = [];
  for (const row of rows) await act(row).catch((error: Error) => refusals.push(error.message));
  return refusals;
}

async function bringIn(
  api: DistrictApi,
  imports: string,
  { service, register, csv = '', geojson }: ConfigurationFile['registers'][number],
  isDryRun: boolean,
): Promise<Outcome> {
  const what = `${service} ${register}`;
  const hasRows = geojson === undefined ? /\n[^\n]/.test(csv) : /"Feature"/.test(geojson);
  if (!hasRows) return { what, text: 'no rows', refusals: [] };
  const path = `${imports}?register=${register}&dryRun=${isDryRun}`;
  const sent = () => (geojson === undefined ? api.send<Import>(path, csv, CSV) : api.send<Import>(path, geojson, GEOJSON));
  for (let left = TRIES; ; left--) {
    const done = await untilDone(api, imports, await sent());
    const { items } = done.refused === 0 ? { items: [] } : await refusedRows(api, imports, done.id);
    const mayCome = items.some(({ faults }) => faults.some(({ code }) => code.includes('unknown')));
    if (!mayCome || isDryRun || left === 1) return { what, text: counts(done, isDryRun), refusals: items.map(refusalOf) };
    await sleep(TRY_AGAIN_MS);
  }
}

async function untilDone(api: DistrictApi, imports: string, begun: Import): Promise<Import> {
  let current = begun;
  while (current.state !== 'done') {
    await sleep(POLL_MS);
    current = await api.get<Import>(`${imports}/${begun.id}`);
  }
  return current;
}

const refusedRows = (api: DistrictApi, imports: string, id: string): Promise<{ items: RefusedRow[] }> =>
  api.get(`${imports}/${id}/rows?outcome=refused&limit=${SHOWN_FAULTS}`);

const refusalOf = ({ row, faults }: RefusedRow): string =>
  `row ${row}: ${faults.map(({ column, code, en }) => `${column === null ? '' : `column ${column}, `}${code}: ${en}`).join('; ')}`;

const counts = ({ created, changed, unchanged, refused }: Import, isDryRun: boolean): string =>
  `${isDryRun ? 'would be ' : ''}${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused`;

/** What the running version does not have: where it stands in the file, and what there is. */
const unknownHere = (what: string, place: string, known: readonly { readonly name: string }[]): Outcome => ({
  what,
  text: 'left out: this version has none of that name',
  refusals: [`${place}: there are ${known.map(({ name }) => name).join(', ')}: correct the name, or take it out of the file`],
});

async function setPolicy(
  api: DistrictApi,
  what: string,
  path: string,
  { value, inForce, madeAt }: { readonly value: unknown; readonly inForce: PolicyInForce; readonly madeAt: string },
  isDryRun: boolean,
): Promise<Outcome> {
  if (isDeepStrictEqual(inForce.value, value)) return { what, text: 'unchanged', refusals: [] };
  const change = `${JSON.stringify(inForce.value)} → ${JSON.stringify(value)}`;
  if (isDryRun) return { what, text: `would change: ${change}`, refusals: [] };
  try {
    await api.put(path, { value, reason: reasonOf(madeAt) }, inForce.version);
    return { what, text: `changed: ${change}`, refusals: [] };
  } catch (error) {
    return { what, text: 'refused', refusals: [(error as Error).message] };
  }
}

async function publish(
  api: DistrictApi,
  { service, document, docx }: NonNullable<ConfigurationFile['templates']>[number],
  { at, madeAt }: { readonly at: number; readonly madeAt: string },
  isDryRun: boolean,
): Promise<Outcome> {
  const what = `${service} template ${document}`;
  const { items } = await api.get<{ items: DocumentInForce[] }>(documentsOf(service));
  const inForce = items.find(({ name }) => name === document);
  if (!inForce) return unknownHere(what, `/templates/${at}`, items);
  const path = `${documentsOf(service)}/${document}/template`;
  if ((await api.bytes(path)) === docx) return { what, text: 'unchanged', refusals: [] };
  if (isDryRun) return { what, text: `would be published as version ${inForce.version + 1}`, refusals: [] };
  try {
    await api.put(path, { docx, reason: reasonOf(madeAt) }, inForce.version);
    return { what, text: `published as version ${inForce.version + 1}`, refusals: [] };
  } catch (error) {
    return { what, text: 'refused', refusals: [(error as Error).message] };
  }
}

const reasonOf = (madeAt: string): string => `配置文件 configuration file ${madeAt}`;
