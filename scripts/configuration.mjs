// `npm run --silent configuration -- export > district.json`, `npm run configuration -- import district.json`: takes the policies and registers of
// a system out as one file, or brings them in. The program is the image's own (services/gateway/dist/configuration.js).
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, PlainError, ROOT } from './run.mjs';

const program = `${ROOT}/dist/services/gateway/dist/configuration.js`;
if (!existsSync(program)) fail(new PlainError('npm start has not run here yet: the program is not built'));
process.exit(spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 2);
