// Puts together what ships, in `dist/`: the programs, the pages and the licences of what they contain, laid out as in the image. The image,
// `npm start` and the tests run these same files. See docs/decisions/0028-what-ships-is-bundled.md. Programs that tests start are put
// together in the same way, since each start would cost them as much.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';
import { licencesOf, packageOf } from './licences.mjs';
import { ROOT, run } from './run.mjs';

const SHIPPED = `${ROOT}/dist`;
const FIXTURES = `${ROOT}/.cache/fixtures`;
const WEB = `${ROOT}/.cache/web`;
/** Whose code the pages of `web/` hold. */
const PACKAGES = 'packages.json';
const STAMP = 'made-from.txt';

const services = readdirSync(`${ROOT}/services`);
const PROGRAMS = [
  ...services.map((service) => `services/${service}/dist/main.js`),
  'services/intake/dist/reindex-phones-main.js',
  ...['accounts', 'clients', 'configuration', 'doctor', 'rotate-keys'].map((command) => `services/gateway/dist/${command}.js`),
  'libs/documents/dist/workbench/document-worker-main.js',
  'libs/files/dist/workshop/file-worker-main.js',
  'deploy/dist/migrate.js',
  'deploy/dist/nats-config.js',
];

/** What integration tests run as a process of its own, besides what ships: `.cache/fixtures/<the same path>.js`. */
const TEST_PROGRAMS = ['libs/messaging/test/fixture/replica.mjs', 'libs/platform/test/fixture/echo-service.ts'];

const SWAGGER_UI = `${ROOT}/services/gateway/node_modules/swagger-ui-dist`;
const SWAGGER_UI_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-standalone-preset.js', 'oauth2-redirect.js'];

/**
 * Makes `dist/` from what `tsc -b` has built, unless it is of that already.
 * @throws when a program cannot be bundled
 */
export const bundle = () =>
  renew(SHIPPED, fingerprint(), async (directory) => {
    const packages = await writePrograms(directory, PROGRAMS);
    await bundleWeb();
    writePages(directory);
    const whole = copyPackages(directory);
    for (const file of ['LICENSE', 'NOTICE']) cpSync(`${ROOT}/${file}`, `${directory}/${file}`);
    writeFileSync(`${directory}/THIRD-PARTY.txt`, licencesOf([...packages, ...whole, ...packagesOfWeb(), SWAGGER_UI]));
  });

/** The pages of `web/`, kept beside: their build takes longer than the programs', and they seldom change with them. */
const bundleWeb = () =>
  renew(WEB, webFingerprint(), async (directory) => {
    const { build } = await import(`${ROOT}/web/node_modules/vite/dist/node/index.js`);
    const { output } = await build({
      configFile: `${ROOT}/web/vite.config.mjs`,
      build: { outDir: directory, emptyOutDir: true },
    });
    const modules = output.flatMap(({ moduleIds = [] }) => moduleIds).map((id) => id.replace(/^\0/, ''));
    const packages = [...new Set(modules.map(packageOf))].filter((folder) => folder !== undefined);
    writeFileSync(`${directory}/${PACKAGES}`, JSON.stringify(packages.map((folder) => folder.slice(ROOT.length + 1))));
    for (const { fileName } of output) if (/\.(?:js|css)$/.test(fileName)) compress(`${directory}/${fileName}`);
  });

/** What the gateway sends to browsers that take it so: a fifth of the bytes. */
function compress(file) {
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

const packagesOfWeb = () => JSON.parse(readFileSync(`${WEB}/${PACKAGES}`, 'utf8')).map((folder) => `${ROOT}/${folder}`);

/** The same for the programs of tests. */
export const bundleFixtures = () => renew(FIXTURES, fingerprint(TEST_PROGRAMS), (directory) => writePrograms(directory, TEST_PROGRAMS));

/** Lets `fill` write the directory again, unless it is of these inputs already. */
async function renew(directory, inputs, fill) {
  if (existsSync(`${directory}/${STAMP}`) && readFileSync(`${directory}/${STAMP}`, 'utf8') === inputs) return;
  const half = `${ROOT}/.cache/${basename(directory)}.${process.pid}`;
  try {
    await fill(half);
    writeFileSync(`${half}/package.json`, '{ "type": "commonjs" }\n');
    writeFileSync(`${half}/${STAMP}`, inputs);
    rmSync(directory, { recursive: true, force: true });
    renameSync(half, directory); // never half a product under the final name
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** What decides whether to build the pages of `web/` again. */
function webFingerprint() {
  const own = readdirSync(`${ROOT}/web`).filter((name) => /\.(?:html|json|mjs)$/.test(name));
  const hash = createHash('sha256');
  const files = [...own.map((name) => `web/${name}`), ...filesIn('web/src').sort(), ...filesIn('libs/kernel/src').sort()];
  for (const file of ['pnpm-lock.yaml', 'scripts/bundle.mjs', ...files]) hash.update(file).update(readFileSync(`${ROOT}/${file}`));
  return hash.digest('hex');
}

const OF_THE_BUILD = ['bundle.mjs', 'compile.mjs', 'licences.mjs', 'load-compiled.cjs'].map((name) => `scripts/${name}`);

/** What decides whether to bundle again: the built code of ours, the pages, the dependencies' versions, how it is built and `more`. */
function fingerprint(more = []) {
  const built = ['libs', 'services'].flatMap((kind) => readdirSync(`${ROOT}/${kind}`).map((name) => `${kind}/${name}/dist`));
  const folders = [...built, 'deploy/dist', 'services/gateway/assets'].filter((folder) => existsSync(`${ROOT}/${folder}`));
  const files = folders.flatMap((folder) => filesIn(folder).filter((file) => !/\.d\.ts|\.tsbuildinfo|\.spec\.js/.test(file)));
  const hash = createHash('sha256').update(process.version).update(webFingerprint()); // whose V8 compiles it
  for (const file of ['pnpm-lock.yaml', ...OF_THE_BUILD, ...more, ...files.sort()]) {
    hash.update(file).update(readFileSync(`${ROOT}/${file}`));
  }
  return hash.digest('hex');
}

const filesIn = (folder) =>
  readdirSync(`${ROOT}/${folder}`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(ROOT.length + 1));

/**
 * What all start with is read by all, what only the gateway needs by the gateway only, and an exporter of traces by whoever has one; however
 * small it is, since rolldown puts what is smaller than this into any other chunk, and whoever needs the one reads the other.
 */
const BY_READERS = { entriesAware: true, entriesAwareMergeThreshold: 100 };

/** @returns {Promise<Set<string>>} the folders of the packages that are in it */
async function writePrograms(directory, programs) {
  const build = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: Object.fromEntries(programs.map((program) => [program.replace(/\.\w+$/, ''), program])),
    external: isLeftOut,
    transform: { decorator: { legacy: true, emitDecoratorMetadata: true } }, // of the tests' own; `tsc -b` has done the others
    treeshake: { moduleSideEffects: (id) => (id.includes('node_modules') ? undefined : programs.some((program) => id.endsWith(program))) },
    resolve: { mainFields: ['module', 'main'] }, // of an ES module only what is used is taken
    plugins: [ownSourceMaps, withoutOtherDrivers],
    onLog: failOnSurprise,
  });
  const { output } = await build.generate({
    format: 'cjs', // V8's compiled code of ES modules cannot be given to Node
    dynamicImportInCjs: false,
    entryFileNames: '[name].program.js',
    sourcemap: true,
    sourcemapExcludeSources: true, // a stack names files and lines; the text of them is in the repository
    comments: false, // the licences are in THIRD-PARTY.txt
    strictExecutionOrder: true, // chunks import one another in circles: each module runs when it is first needed, as without a bundle
    keepNames: true, // Nest and TypeORM go by the names of classes
    chunkFileNames: ({ name }) => `shared/${name.split('~')[0]}-[hash].js`,
    codeSplitting: {
      groups: [
        { name: 'packages', test: /node_modules/, tags: ['$initial'], ...BY_READERS, priority: 2 },
        { name: 'libs', test: /\/libs\/[^/]+\/dist\//, ...BY_READERS, priority: 1 },
      ],
    },
  });
  await build.close();
  const packages = new Set();
  for (const file of output) {
    writeChunk(`${directory}/${file.fileName}`, file);
    if (file.isEntry) writeStart(directory, file.name);
    for (const module of file.moduleIds ?? []) packages.add(packageOf(module));
  }
  cpSync(`${ROOT}/scripts/load-compiled.cjs`, `${directory}/shared/load.cjs`);
  await compile(directory);
  packages.delete(undefined); // our own
  return packages;
}

/** Our own code has source maps. What others wrote keeps its lines and names instead: a map of it costs each start more than it tells. */
function writeChunk(path, { fileName, code, source }) {
  const isOthers = fileName.startsWith('shared/packages');
  if (isOthers && fileName.endsWith('.map')) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, isOthers ? code.replace(/^\/\/# sourceMappingURL=.*$/m, '') : (code ?? source));
}

/** What is started: `services/intake/dist/main.js` runs `main.program.js` beside it. */
function writeStart(directory, name) {
  const shared = `${name.replaceAll(/[^/]+\//g, '../').replace(/[^/]+$/, '')}shared`;
  writeFileSync(`${directory}/${name}.js`, `require('${shared}/load.cjs').load('${name}.program.js');\n`);
}

/** The flags of V8 that every deployment starts the services with: it takes compiled code only of the same. */
const NODE_FLAGS = ['--max-semi-space-size=32'];

async function compile(directory) {
  const { code, output } = await run(process.execPath, [...NODE_FLAGS, `${ROOT}/scripts/compile.mjs`, directory]);
  if (code !== 0) throw new Error(`what ships cannot be compiled: ${output}`);
}

/** The pages, with the files of Swagger UI that the console asks for. */
function writePages(directory) {
  const assets = `${directory}/services/gateway/assets`;
  cpSync(`${ROOT}/services/gateway/assets`, assets, { recursive: true });
  const ofPages = (file) => !file.endsWith(STAMP) && !file.endsWith('.json');
  cpSync(WEB, `${assets}/web`, { recursive: true, filter: ofPages });
  for (const file of SWAGGER_UI_FILES) cpSync(`${SWAGGER_UI}/${file}`, `${assets}/swagger-ui/${file}`);
}

/** Packages that are there as they are, and which of us needs them: with code for the machine, or under a licence by which whoever runs us may put in their own (LGPL). */
const WHOLE_PACKAGES = { sharp: 'libs/files', 'libheif-js': 'libs/files', '@node-rs/jieba': 'services/intake' };
/** What of them nobody loads: other builds of the same, and types. */
const NOT_LOADED = /\/libheif-js\/(?:libheif$|libheif-wasm\/libheif(?:\.|-bundle\.mjs))|\.d\.[cm]?ts$/;

/** @returns {string[]} the folders of the packages, and of those that they need, which pnpm has beside them */
function copyPackages(directory) {
  const beside = Object.entries(WHOLE_PACKAGES).map(([name, user]) => {
    const folder = dirname(realpathSync(`${ROOT}/${user}/node_modules/${name}`));
    return name.startsWith('@') ? dirname(folder) : folder;
  });
  const names = (folder) =>
    readdirSync(folder).flatMap((name) =>
      name.startsWith('@types') ? [] : name.startsWith('@') ? readdirSync(`${folder}/${name}`).map((one) => `${name}/${one}`) : [name],
    );
  return beside.flatMap((folder) =>
    names(folder).map((name) => {
      const source = realpathSync(`${folder}/${name}`);
      cpSync(source, `${directory}/node_modules/${name}`, { recursive: true, filter: (file) => !NOT_LOADED.test(file) });
      return source;
    }),
  );
}

/** What is there as a package; and what Nest asks for in case it is installed, which it is not, and nothing here uses. */
const isLeftOut = (id) =>
  Object.keys(WHOLE_PACKAGES).some((name) => id === name || id.startsWith(`${name}/`)) ||
  /^(?:@nestjs\/(?:websockets|platform-express)|@grpc\/|kafkajs|mqtt|nats|ioredis|amqp|@fastify\/(?:multipart|view)$)/.test(id);

/** Lets a stack name the TypeScript: the maps of the bundle go on from those of `tsc`. */
const ownSourceMaps = {
  name: 'own-source-maps',
  load: {
    filter: { id: /\/(?:libs\/[^/]+|services\/[^/]+|deploy)\/dist\/.+\.js$/ },
    handler: (id) => ({ code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') }),
  },
};

/** TypeORM names the drivers of all databases in one file; only that of Postgres is put in. */
const withoutOtherDrivers = {
  name: 'without-other-drivers',
  load: {
    filter: { id: /\/typeorm\/driver\/(?!postgres\/|types\/)[^/]+\/[^/]+(?:Driver|QueryRunner)\.js$/ },
    handler(id) {
      const name = basename(id, '.js');
      return { code: `exports.${name} = class { constructor() { throw new Error('${name} is not in the bundle'); } };`, moduleType: 'js' };
    },
  },
};

/** A warning nobody expects fails: what is not found while bundling would be missing at run time. */
function failOnSurprise(level, log) {
  if (level !== 'warn') return;
  if (log.code === 'EVAL' && log.id?.includes('node_modules')) return; // depd names a function so
  throw new Error(`${log.code}: ${log.message}`);
}

if (process.argv[1] === import.meta.filename) await bundle();
