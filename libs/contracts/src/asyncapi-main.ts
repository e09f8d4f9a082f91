// node libs/contracts/dist/asyncapi-main.js            is docs/asyncapi.json up to date?
// node libs/contracts/dist/asyncapi-main.js --write    update it
import { readFileSync, writeFileSync } from 'node:fs';
import { asyncApiDocument } from './asyncapi.js';

const file = new URL('../../../docs/asyncapi.json', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
const text = `${JSON.stringify(asyncApiDocument(version), null, 2)}\n`;

if (process.argv.includes('--write')) {
  writeFileSync(file, text);
  console.log('docs/asyncapi.json written');
} else if (readFileSync(file, 'utf8') === text) {
  console.log('docs/asyncapi.json is what the code says');
} else {
  console.error('docs/asyncapi.json is stale. Run: node libs/contracts/dist/asyncapi-main.js --write');
  process.exitCode = 1;
}
