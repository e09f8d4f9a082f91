// `npm run doctor [-- options]`: asks the system that `npm start` runs in this clone how it is. The program is the image's own
// (services/gateway/dist/doctor.js); only where everything is comes from the file that `npm start` leaves. `--data DIR` as there.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, PlainError, ROOT } from './run.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--data');
const [, directory = `${ROOT}/.local`] = at < 0 ? [] : args.splice(at, 2);
const file = resolve(directory, 'doctor.json');
const program = `${ROOT}/dist/services/gateway/dist/doctor.js`;

if (!existsSync(file) || !existsSync(program)) fail(new PlainError('npm start has not run here yet: there is nothing to look at'));
const env = { ...process.env, ...JSON.parse(readFileSync(file, 'utf8')) };
process.exit(spawnSync(process.execPath, [program, ...args], { env, stdio: 'inherit' }).status ?? 2);
