// `shared/load.cjs` of what ships: runs a program with what V8 has compiled of it beforehand (scripts/compile.mjs), which is half of what a
// start costs. Node keeps no such code for CommonJS before release 22. Without it, or when it is of another V8, the text is compiled.
const { readFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { Script } = require('node:vm');

/** Where what ships lies. Compiled code keeps the name of its file, which has to be right wherever that is: files are named from here. */
const ROOT = dirname(__dirname);

/** What each file has exported, by its name. */
const modules = new Map();

/** Gives what a file exports; runs it when it is first asked for. */
function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const folder = dirname(name);
  const requireFrom = (id) => (id.startsWith('.') ? load(join(folder, id)) : require(id));
  const run = compiled(name).runInThisContext();
  const path = join(ROOT, name);
  run.call(module.exports, module.exports, Object.assign(requireFrom, require), module, path, dirname(path));
  return module.exports;
}

const HEAD = '(function (exports, require, module, __filename, __dirname) { ';

/** A file as a function of its module. V8 takes the code only if the text is as long as it was, and its release and flags are the same. */
function compiled(name) {
  const text = `${HEAD}${readFileSync(join(ROOT, name), 'utf8')}\n})`;
  return new Script(text, { filename: name, columnOffset: -HEAD.length, cachedData: readIfThere(`${name}.code`) });
}

function readIfThere(name) {
  try {
    return readFileSync(join(ROOT, name));
  } catch {
    return undefined; // packages have no maps; and code that is not there is compiled
  }
}

/** The source map of each file that a stack has named; undefined for what others wrote. */
const maps = new Map();

function mapOf(name) {
  if (!maps.has(name)) {
    const text = readIfThere(`${name}.map`);
    maps.set(name, text && new SourceMap(JSON.parse(text)));
  }
  return maps.get(name);
}

/** A line of a stack, with the place in the TypeScript. (What `--enable-source-maps` does for files that Node loads itself.) */
function lineOf(site) {
  const [name, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (!modules.has(name)) return String(site);
  const { originalSource, originalLine, originalColumn } = mapOf(name)?.findEntry(line - 1, column - 1) ?? {};
  const path = join(ROOT, name);
  const place = originalSource
    ? `${resolve(path, '..', originalSource)}:${originalLine + 1}:${originalColumn + 1}`
    : `${path}:${line}:${column}`;
  return String(site).replace(`${name}:${line}:${column}`, place);
}

Error.prepareStackTrace = (error, sites) =>
  [Error.prototype.toString.call(error), ...sites.map((site) => `    at ${lineOf(site)}`)].join('\n');

module.exports = { load, compiled };
