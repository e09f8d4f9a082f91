import { SERVICES } from '@zero-distance/contracts';
import { VERSION } from '@zero-distance/kernel';
import { type ConfigurationFile, FORMAT, type PolicyInForce, policiesOf } from './configuration-file.js';
import { CSV, type DistrictApi, GEOJSON } from './district-api.js';
import { CONFIGURED } from './registers.js';

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
  return { format: FORMAT, version: VERSION, madeAt: now.toISOString(), policies, registers };
}
