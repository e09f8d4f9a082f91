import type { OpenAPIObject, OperationObject, ParameterObject, ResponseObject } from '@nestjs/swagger';
import type { ErrorParams } from '@zero-distance/kernel';
import { refuseTransaction } from '@zero-distance/persistence';
import { ACCESS_TABLE, type AccessName } from '../access/access.js';
import { type AccessRow, REACHES } from '../access/access-row.js';
import { ACCESS_EXTENSION, REPEATABLE_EXTENSION, ROLES_EXTENSION } from '../auth/auth.decorators.js';
import { type PlatformError, refuseRequest } from '../errors.js';
import type { TextUse } from '../personal-data/text-use.js';
import { refuseAtGateway } from '../problem/gateway-errors.js';
import { addAnswerHeaders } from './answer-headers.js';
import { referenceErrors } from './document-references.js';
import { addInputWarnings, textUsesOf } from './document-texts.js';
import { addExport } from './exported-lists.js';
import { DOCUMENTED_ERRORS, type DocumentedError, documented } from './operation.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

const IDEMPOTENCY_KEY: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    '同一键重复提交只生效一次，并得到同样的回答；带不带双引号是同一键，键本身最多 128 个字符 / ' +
    'the same key sent again takes effect once and gets the same answer; quoted and bare it is the same key, of at most 128 characters',
  schema: { type: 'string', minLength: 1, maxLength: 258, examples: ['"8e03978e-40d5-43e8-bc93-6894a57f9324"'] },
};

const IF_NONE_MATCH: ParameterObject = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: '之前读到的 ETag；内容未变则答 304 / the ETag as it was read: 304 when nothing has changed',
  schema: { type: 'string', examples: ['"3.Lr5v0rAbcSn1kqdVfJ8pXw"'] },
};

/** Adds the common behaviour to every operation, and returns the scopes in use. */
export function completeOperations(document: OpenAPIObject): string[] {
  const scopes = new Set<string>();
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      operation.security ??= [];
      for (const requirement of operation.security) for (const scope of requirement.oauth2 ?? []) scopes.add(scope);
      operation.description = reachText(operation);
      addExport(operation, method, accessNameOf(operation));
      completeParameters(operation, method);
      const uses = textUsesOf(operation, document);
      const errors = errorsOf(operation, method, uses, document);
      operation.responses = { ...operation.responses, ...problemResponses(errors) };
      if (method === 'get') operation.responses[304] = { description: '与 If-None-Match 相同，无正文 / as If-None-Match has it: no body' };
      addAnswerHeaders(document, operation, method, new Set(errors.filter(mayPass).map(({ status }) => status)));
      if (uses.has('warned')) addInputWarnings(document, operation);
    }
  }
  return [...scopes].sort();
}

/** The tokens an operation accepts, in words: the roles, their reach, and the roles that reach less. */
function reachText(operation: OperationObject): string {
  const { reach, roles, own } = accessRowOf(operation);
  const { zh, en } = REACHES[reach];
  const taken = [...new Set([...roles, ...own])].join(', ');
  const limited = own.filter((role) => !roles.some((one) => one === role)).join(', ');
  const inChinese = [taken && `需要以下角色之一：${taken}。`, zh, limited && `角色 ${limited} 只及于本人受理的。`];
  const inEnglish = [
    taken && `Needs one of the roles ${taken}.`,
    en,
    limited && `The roles ${limited} reach only what they took in themselves.`,
  ];
  return `${inChinese.filter(Boolean).join('')}\n\n${inEnglish.filter(Boolean).join(' ')}`;
}

const accessNameOf = (operation: OperationObject): AccessName =>
  (operation as { [ACCESS_EXTENSION]?: AccessName })[ACCESS_EXTENSION] as AccessName;
const accessRowOf = (operation: OperationObject): AccessRow => ACCESS_TABLE[accessNameOf(operation)];
/** `intake.requests.register` → `intake`. */
const serviceOf = (operation: OperationObject): string => accessNameOf(operation).replace(/\..*/, '');

function completeParameters(operation: OperationObject, method: Method): void {
  const parameters = (operation.parameters ?? []) as ParameterObject[];
  for (const parameter of parameters) {
    if (parameter.in === 'path' && parameter.name === 'id') parameter.schema = { type: 'string', format: 'uuid' };
  }
  if (method === 'post' && (isSecured(operation) || REPEATABLE_EXTENSION in operation)) parameters.push(IDEMPOTENCY_KEY);
  if (method === 'get') parameters.push(IF_NONE_MATCH);
  operation.parameters = parameters;
}

const isSecured = (operation: OperationObject): boolean => (operation.security ?? []).length > 0;

/** Everything that an operation can be refused with. */
function errorsOf(operation: OperationObject, method: Method, uses: ReadonlySet<TextUse>, document: OpenAPIObject): DocumentedError[] {
  const extended = operation as OperationObject & { [DOCUMENTED_ERRORS]?: DocumentedError[] };
  const own = extended[DOCUMENTED_ERRORS] ?? [];
  delete extended[DOCUMENTED_ERRORS];
  return [...own, ...referenceErrors(operation, document, serviceOf(operation)), ...houseErrors(operation, method, uses)];
}

/** What fills the refusals of a caller: what this operation asks for. */
function askedBy({ scope, roles, own }: AccessRow, reason: PlatformError): ErrorParams {
  if (reason === 'scope_missing') return { scope };
  return reason === 'role_missing' ? { roles: [...new Set([...roles, ...own])].join(', ') } : {};
}

const mayPass = ({ retryAfterSeconds }: DocumentedError): boolean => retryAfterSeconds !== undefined;

/** One response a status, with an example of every code it can carry. */
const problemResponses = (errors: readonly DocumentedError[]): Record<string, ResponseObject> =>
  Object.fromEntries([...groupByStatus(errors)].map(([status, group]) => [String(status), problemResponse(group)]));

function groupByStatus(errors: readonly DocumentedError[]): Map<number, DocumentedError[]> {
  const groups = new Map<number, DocumentedError[]>();
  for (const error of errors) groups.set(error.status, [...(groups.get(error.status) ?? []), error]);
  return groups;
}

function problemResponse(errors: readonly DocumentedError[]): ResponseObject {
  const examples = errors.map((error) => [error.code, { summary: error.en, value: exampleOf(error), ...whenToTryAgain(error) }]);
  return {
    description: errors.map(inWords).join('\n\n'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: Object.fromEntries(examples) } },
  };
}

const inWords = (error: DocumentedError): string => `\`${error.code}\`${mayPass(error) ? ' (Retry-After)' : ''}: ${error.zh} / ${error.en}`;

/** Of the codes of one status only some pass with time: the document says which, so that a caller knows which to send again. */
const whenToTryAgain = (error: DocumentedError): object => (mayPass(error) ? { 'x-retry-after': error.retryAfterSeconds } : {});

const exampleOf = ({ code, status, example }: DocumentedError): object => ({
  type: `urn:zero-distance:problem:${code}`,
  title: example,
  status,
  detail: example,
  instance: '/api',
  code,
  requestId: '01980d5e-7c1a-7000-8000-000000000000',
});

/** Every call comes through the gateway, which may answer in a service's place. */
const AT_THE_GATEWAY: readonly DocumentedError[] = refuseAtGateway.every.map(documented);

/** Refusals before a request is routed, possible on every operation. */
const OF_ANY_REQUEST: readonly PlatformError[] = [
  'malformed_request',
  'one_host',
  'target_invalid',
  'too_many_parameters',
  'bad_request',
  'token_invalid', // that of a log-in that was ended opens nothing, nor what is open to everybody
  'request_timeout',
  'framing_too_large',
  'head_too_large',
  'rate_limited',
  'too_many_at_once',
  'unexpected',
  'database_unavailable',
  'overloaded',
];
/** Refusals of a body, whether the operation takes one or not. */
const OF_BODIES: readonly PlatformError[] = [
  'malformed_json',
  'malformed_utf8',
  'body_too_large',
  'media_type_not_supported',
  'charset_not_supported',
  'content_encoding_not_supported',
  'body_too_deep',
  'body_too_wide',
  'body_too_many_values',
];

const NAMES_OF_AREAS: ReadonlySet<string> = new Set(['areaCode', 'areaPrefix']);

/** The common refusals possible on this operation, besides its service's own. */
function houseErrors(operation: OperationObject, method: Method, uses: ReadonlySet<TextUse>): DocumentedError[] {
  const parameters = (operation.parameters ?? []) as ParameterObject[];
  const reasons: PlatformError[] = [...OF_ANY_REQUEST];
  if (isSecured(operation)) reasons.push('token_missing', 'scope_missing', 'organisation_retired', 'issuer_unavailable');
  if (ROLES_EXTENSION in operation) reasons.push('role_missing');
  if (method !== 'get') reasons.push(...OF_BODIES);
  if (method !== 'get' || parameters.some(({ in: place }) => place === 'query' || place === 'path')) reasons.push('invalid_input');
  if (uses.has('refused')) reasons.push('personal_data_in_public_text');
  if (parameters.some(({ name }) => name === 'cursor')) reasons.push('invalid_cursor');
  if (['sort', 'updatedSince'].every((asked) => parameters.some(({ name }) => name === asked))) reasons.push('sort_of_changes');
  if (parameters.includes(IDEMPOTENCY_KEY)) reasons.push('idempotency_key_invalid');
  const ifMatch = parameters.find(({ name }) => name === 'If-Match');
  if (ifMatch) reasons.push('if_match_invalid');
  if (ifMatch?.required) reasons.push('if_match_required');
  const row = accessRowOf(operation);
  const { reach } = row;
  const namesArea = operation.requestBody !== undefined || parameters.some(({ name }) => NAMES_OF_AREAS.has(name));
  if (reach === 'district' || (isSecured(operation) && namesArea)) reasons.push('area_not_allowed');
  if (reach !== 'public' && reach !== 'everybody') reasons.push('organisation_missing');
  const house: DocumentedError[] = reasons.map((reason) => documented(refuseRequest(reason, askedBy(row, reason))));
  if (parameters.includes(IDEMPOTENCY_KEY))
    house.push(documented(refuseTransaction('idempotency_key_reused')), documented(refuseTransaction('answer_erased')));
  if (ifMatch) house.push(documented(refuseTransaction('stale_version')));
  if (method !== 'get') house.push(documented(refuseTransaction('too_much_contention')));
  return [...house, ...AT_THE_GATEWAY];
}
