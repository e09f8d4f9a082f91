// `reindex-phones-main.js`: computes again what telephone numbers are found by and shown as (docs/operators, Rotating keys). Beside running services.
import { parseArgs } from 'node:util';
import { closeDataSource, createDataSource, poolOf } from '@zero-distance/persistence';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { remarkFiles } from './people/resident/resident-marks.store.js';
import { reindexPhones } from './requests/requester/phone-marks.service.js';
import { remarkApplicants } from './services/service-case/applicant-marks.store.js';

const USAGE = `Usage: reindex-phones-main.js: computes again what the telephone numbers of requesters, reporters, missed calls, residents and applicants of service cases are found by and shown as
  --help  this text, and nothing is done
It reads the environment of intake, works beside running services, and prints {"read":…,"changed":…,"unreadable":…,"residents":{"read":…,"changed":…},"applicants":{"read":…,"changed":…}}.
`;

async function reindex(): Promise<void> {
  const { config } = await import('./config.js'); // not above: the usage is told without an environment
  const dataSource = createDataSource({ service: 'intake', databaseUrl: config.DATABASE_URL, poolSize: 1, entities: [] });
  await dataSource.initialize();
  try {
    const [ring, index] = [new KeyRing(config.PERSONAL_DATA_KEYS), new BlindIndex(config.BLIND_INDEX_KEY)];
    const phones = await reindexPhones(poolOf(dataSource), ring, index);
    const residents = await remarkFiles(poolOf(dataSource), { ring, index });
    const applicants = await remarkApplicants(poolOf(dataSource), { ring, index });
    process.stdout.write(`${JSON.stringify({ ...phones, residents, applicants })}\n`);
  } finally {
    await closeDataSource(dataSource);
  }
}

function wantsHelp(): boolean {
  try {
    return parseArgs({ options: { help: { type: 'boolean' } } }).values.help === true;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`);
    process.exit(1);
  }
}

if (wantsHelp()) process.stdout.write(USAGE);
else void reindex();
