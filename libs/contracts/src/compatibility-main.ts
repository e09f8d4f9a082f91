// node libs/contracts/dist/compatibility-main.js              are all events as published?
// node libs/contracts/dist/compatibility-main.js --publish    record new events and new optional fields
import { type Drift, drifts, publish } from './published.js';

const ADVICE: Record<Drift['kind'], string> = {
  unrecorded: 'record it: node libs/contracts/dist/compatibility-main.js --publish',
  incompatible: 'make it a new version, and emit both until nobody consumes the old (CONTRIBUTING.md)',
  gone: 'keep it in EVENTS while anybody may consume it; then delete its file in libs/contracts/published',
};

const found = drifts();
const recordable = process.argv.includes('--publish') ? found.filter((drift) => drift.kind === 'unrecorded') : [];
publish(recordable.map((drift) => drift.type));
for (const { type } of recordable) console.log(`${type}: recorded`);

const left = found.filter((drift) => !recordable.includes(drift));
for (const { type, kind, problems } of left) console.error([`${type} is ${kind}: ${ADVICE[kind]}`, ...problems].join('\n    '));
if (left.length > 0) process.exitCode = 1;
else console.log('every event is as published');
