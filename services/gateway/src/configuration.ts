import { parseArgs } from 'node:util';
import { parseConfig, Type } from '@zero-distance/platform/config';
import { sourceOf } from './command.js';
import { readConfiguration } from './configuration/configuration-file.js';
import { DistrictApi } from './configuration/district-api.js';
import { exportConfiguration } from './configuration/export.js';
import { importConfiguration } from './configuration/import.js';

const USAGE = `Usage: configuration export > district.json
       configuration import <file, or - for standard input> [--dry-run]

Takes a district's policies (with the texts of messages), registers (areas with their boundaries, categories, organisations, responsibilities, holidays,
service items) and templates of documents out as one file, or brings them in. People, clients, secrets, premises and matters are not in it. Works by the API, with the rights of a client:
ZD_URL, ZD_CLIENT_ID and ZD_CLIENT_SECRET say of which system and which; it needs the roles administrator and importer, and of every
service the scopes read, write, export and import. Exits with 1 when something was refused.`;

const SCHEMA = {
  ZD_URL: Type.String({ pattern: '^https?://[^\\s]+$', description: 'where the gateway is' }),
  ZD_CLIENT_ID: Type.String({ minLength: 1 }),
  ZD_CLIENT_SECRET: Type.String({ minLength: 1 }),
};

/** @returns the exit code */
async function configuration(args: readonly string[]): Promise<number> {
  const options = { help: { type: 'boolean', short: 'h' }, 'dry-run': { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, path, ...more] = positionals;
  const isUnderstood = more.length === 0 && (verb === 'export' ? path === undefined && !values['dry-run'] : verb === 'import' && path);
  if (values.help || !isUnderstood) {
    process.stdout.write(`${USAGE}\n`);
    return values.help ? 0 : 2;
  }
  const config = parseConfig(SCHEMA, process.env);
  const api = new DistrictApi(config.ZD_URL.replace(/\/$/, ''), config.ZD_CLIENT_ID, config.ZD_CLIENT_SECRET);
  if (path === undefined) {
    process.stdout.write(`${JSON.stringify(await exportConfiguration(api), null, 2)}\n`);
    return 0;
  }
  return bringIn(api, path, values['dry-run']);
}

async function bringIn(api: DistrictApi, path: string, isDryRun: boolean): Promise<number> {
  const file = readConfiguration(await sourceOf(path));
  let refused = 0;
  for await (const { what, text: told, refusals } of importConfiguration(api, file, isDryRun)) {
    refused += refusals.length;
    process.stdout.write(`${what}: ${told}\n`);
    for (const refusal of refusals) process.stderr.write(`${what}: ${refusal}\n`);
  }
  return refused === 0 ? 0 : 1;
}

configuration(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
