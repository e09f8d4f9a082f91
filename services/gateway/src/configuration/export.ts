import { SERVICES } from '@zero-distance/contracts';
import { VERSION } from '@zero-distance/kernel';
import {
  type ConfigurationFile,
  DOCUMENTED,
  type DocumentInForce,
  documentsOf,
  FORMAT,
  type PolicyInForce,
  policiesOf,
  type Retired,
} from './configuration-file.js';
import { CSV, type DistrictApi, GEOJSON } from './district-api.js';
import { CONFIGURED, RETIRING } from './registers.js';

/** Everything that counts now, defaults included: another version's defaults may be others. */
export async function exportConfiguration(api: DistrictApi, now = new Date()): Promise<ConfigurationFile> {
  const policies: ConfigurationFile['policies'] = [];
  for (const service of SERVICES) {
    const { items } = await api.get<{ items: PolicyInForce[] }>(policiesOf(service));
    policies.push(...items.map(({ name, value }) => ({ service, name, value })));
  }
  const registers: ConfigurationFile['registers'] = [];
  for (const { service, register, isOnMaps, read } of CONFIGURED) {
    const path = `/api/${service}/v1/${register}`;
    if (isOnMaps) registers.push({ service, register, geojson: await api.file(path, GEOJSON) });
    else registers.push({ service, register, csv: await (read?.(api) ?? api.file(path, CSV)) });
  }
  const [retired, templates] = [await retiredRows(api), await publishedTemplates(api)];
  return { format: FORMAT, version: VERSION, madeAt: now.toISOString(), policies, registers, retired, templates };
}

async function retiredRows(api: DistrictApi): Promise<Retired[]> {
  const retired: Retired[] = [];
  for (const { service, register, successor } of RETIRING) {
    const rows = (await api.all(`/api/${service}/v1/${register}`)).filter((row) => row.retiredAt && row[successor]);
    rows.sort((a, b) => Date.parse(String(a.retiredAt)) - Date.parse(String(b.retiredAt)));
    retired.push(...rows.map((row) => ({ service, register, code: String(row.code), successor: String(row[successor]) })));
  }
  return retired;
}

/** Presets stay out: they come with the program, and may be better in the next one. */
async function publishedTemplates(api: DistrictApi): Promise<NonNullable<ConfigurationFile['templates']>> {
  const templates: NonNullable<ConfigurationFile['templates']> = [];
  for (const service of DOCUMENTED) {
    const { items } = await api.get<{ items: DocumentInForce[] }>(documentsOf(service));
    for (const { name } of items.filter(({ version }) => version > 0)) {
      templates.push({ service, document: name, docx: await api.bytes(`${documentsOf(service)}/${name}/template`) });
    }
  }
  return templates;
}
