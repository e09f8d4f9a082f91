// The types of the API that the pages call, made from the OpenAPI documents of a system that runs:
//   node web/generate.mjs [http://127.0.0.1:8080]            writes src/api/<service>.d.ts
//   node web/generate.mjs --check http://127.0.0.1:8080      fails where what is there is of other documents
// Only the operations of operations.mjs are taken: what no page calls changes nothing here.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { OPERATIONS } from './operations.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** The document with these operations only, each with what it takes and its good answers: a refusal is a problem, whichever it is. */
function narrowed(service, document) {
  const wanted = new Set(OPERATIONS[service]);
  const paths = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const short = path.replace(`/api/${service}/v1`, '');
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation || !wanted.delete(`${method.toUpperCase()} ${short}`)) continue;
      const responses = Object.fromEntries(Object.entries(operation.responses).filter(([status]) => /^2/.test(status)));
      const plain = Object.fromEntries(Object.entries(responses).map(([status, answer]) => [status, asJson(answer)]));
      paths[path] = { ...paths[path], [method]: { ...operation, responses: plain } };
    }
  }
  if (wanted.size > 0) throw new Error(`${service} has no ${[...wanted].join(', ')}`);
  return withoutWords(withUsedSchemas({ openapi: document.openapi, info: document.info, paths, components: document.components }));
}

/** Without descriptions and examples: they are in the console, and a better sentence is no other type. */
const withoutWords = (document) =>
  JSON.parse(JSON.stringify(document), (key, value) =>
    (typeof value === 'string' && ['description', 'summary'].includes(key)) || /^examples?$/.test(key) ? undefined : value,
  );

/** A list is had as a file too, which pages ask for past these types. */
const asJson = ({ headers: _, content, ...answer }) => {
  const json = content?.['application/json'];
  return { ...answer, ...(content && { content: json ? { 'application/json': json } : content }) };
};

/** Without the schemas that nothing of it names. */
function withUsedSchemas({ components, ...document }) {
  const used = new Map();
  const follow = (value) => {
    for (const [, kind, name] of JSON.stringify(value).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      const key = `${kind}/${name}`;
      if (used.has(key)) continue;
      used.set(key, [kind, name, components[kind][name]]);
      follow(components[kind][name]);
    }
  };
  follow(document.paths);
  const kept = {};
  for (const [kind, name, value] of [...used.values()].sort(([a, b], [c, d]) => `${a}/${b}`.localeCompare(`${c}/${d}`))) {
    kept[kind] = { ...kept[kind], [name]: value };
  }
  return { ...document, components: kept };
}

const HEAD = '// Made by web/generate.mjs from the OpenAPI document of the service. Not edited by hand.\n';

const [check, url = 'http://127.0.0.1:8080'] = process.argv[2] === '--check' ? [true, process.argv[3]] : [false, process.argv[2]];
let differs = false;
for (const service of Object.keys(OPERATIONS)) {
  const answer = await fetch(`${url}/api/${service}/openapi.json`);
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  const text = HEAD + astToString(await openapiTS(narrowed(service, await answer.json()), { defaultNonNullable: false }));
  const file = `${import.meta.dirname}/src/api/${service}.d.ts`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    differs = true;
    console.error(
      `${file} is of another document than that of ${url}: run "node web/generate.mjs ${url}" and look at what the pages make of it`,
    );
  }
}
process.exitCode = differs ? 1 : 0;
