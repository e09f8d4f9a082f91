// `reindex-phones-main.js`: what telephone numbers are found by and shown as is made anew (docs/operators, Rotating keys). Beside running services.
import { closeDataSource, createDataSource, poolOf } from '@zero-distance/persistence';
import { config } from './config.js';
import { BlindIndex, KeyRing } from './personal-data/key-ring.js';
import { reindexPhones } from './requester/phone-marks.service.js';

const dataSource = await createDataSource({ service: 'intake', databaseUrl: config.DATABASE_URL, poolSize: 1, entities: [] }).initialize();
try {
  const [ring, index] = [new KeyRing(config.PERSONAL_DATA_KEYS), new BlindIndex(config.BLIND_INDEX_KEY)];
  process.stdout.write(`${JSON.stringify(await reindexPhones(poolOf(dataSource), ring, index))}\n`);
} finally {
  await closeDataSource(dataSource);
}
