import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HttpClient, httpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { type Fixture, startFixture } from './fixture/start-fixture.js';

const ECHOES = '/api/inspection/v1/echoes';
const REDOCLY = new URL('../../../node_modules/.bin/redocly', import.meta.url).pathname;
let stack: TestStack;
let fixture: Fixture;
let http: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  fixture = await startFixture(stack);
  http = httpClient(fixture.url);
}, 90_000);

afterAll(async () => {
  await fixture?.stop();
  await stack?.stop();
});

it('The document passes the recommended rules of redocly without an error or a warning', async () => {
  const directory = mkdtempSync(`${tmpdir()}/openapi-`);
  const file = `${directory}/openapi.json`;
  writeFileSync(file, await (await fetch(`${fixture.url}/api/inspection/openapi.json`)).text());
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stdout } = await promisify(execFile)(REDOCLY, ['lint', file, '--extends=recommended', '--format=json'], { env, cwd: directory });
  rmSync(directory, { recursive: true });
  expect(
    JSON.parse(stdout).problems.map((problem: { ruleId: string; message: string }) => `${problem.ruleId}: ${problem.message}`),
  ).toEqual([]);
}, 60_000);

describe('operations', () => {
  interface Documented {
    openapi: string;
    paths: Record<string, Record<string, { summary: string; responses: Record<string, Response>; security: object[] }>>;
  }
  interface Response {
    content?: Record<string, { examples?: Record<string, object> }>;
  }
  /** The codes that an operation's document lists, by status. */
  const documented = (operation: Documented['paths'][string][string] | undefined): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(operation?.responses ?? {})
        .map(([status, { content }]): [string, string[]] => [
          status,
          Object.keys(content?.['application/problem+json']?.examples ?? {}).map((code) => code.replace('platform.', '')),
        ])
        .filter(([, codes]) => codes.length > 0),
    );

  it('document exactly the errors they can answer: the service’s, the common ones and the gateway’s', async () => {
    const { paths } = (await http.get<Documented>('/api/inspection/openapi.json')).body;
    const OF_ANY_REQUEST = ['malformed_request', 'one_host', 'target_invalid', 'too_many_parameters', 'bad_request'];
    const OF_ALL = {
      400: OF_ANY_REQUEST,
      401: ['token_invalid'], // of a log-in that was ended
      408: ['request_timeout'],
      413: ['framing_too_large'],
      431: ['head_too_large'],
      429: ['rate_limited', 'too_many_at_once'],
      500: ['unexpected'],
      503: ['database_unavailable', 'overloaded', 'gateway.service_unavailable', 'gateway.answer_lost'],
      504: ['gateway.service_timeout'],
    };
    const OF_BODIES = ['body_too_deep', 'body_too_wide', 'body_too_many_values'];
    const OF_SECURED = { 401: ['token_invalid', 'token_missing'], 503: [...OF_ALL[503].toSpliced(2, 0, 'issuer_unavailable')] };
    expect(documented(paths[ECHOES]?.post)).toEqual({
      ...OF_ALL,
      ...OF_SECURED,
      400: [...OF_ANY_REQUEST, 'malformed_json', 'malformed_utf8', 'idempotency_key_invalid'],
      410: ['answer_erased'],
      403: ['scope_missing', 'organisation_retired', 'role_missing', 'area_not_allowed', 'organisation_missing'],
      409: ['inspection.echo.too_loud', 'too_much_contention'],
      413: ['framing_too_large', 'body_too_large'],
      415: ['media_type_not_supported', 'charset_not_supported', 'content_encoding_not_supported'],
      422: [...OF_BODIES, 'invalid_input', 'personal_data_in_public_text', 'idempotency_key_reused'],
    });
    expect(documented(paths[`${ECHOES}/{id}`]?.put)).toEqual({
      ...OF_ALL,
      ...OF_SECURED,
      400: [...OF_ANY_REQUEST, 'malformed_json', 'malformed_utf8', 'if_match_invalid'],
      403: ['scope_missing', 'organisation_retired', 'role_missing', 'area_not_allowed', 'organisation_missing'],
      409: ['too_much_contention'],
      412: ['stale_version'],
      413: ['framing_too_large', 'body_too_large'],
      415: ['media_type_not_supported', 'charset_not_supported', 'content_encoding_not_supported'],
      422: [...OF_BODIES, 'invalid_input', 'personal_data_in_public_text'],
      428: ['if_match_required'],
    });
    expect(documented(paths[ECHOES]?.get)).toEqual({ ...OF_ALL, 422: ['invalid_input', 'invalid_cursor'] });
  });

  it('are all in the OpenAPI document, which is 3.1', async () => {
    const { body } = await http.get<Documented>('/api/inspection/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    const post = body.paths[ECHOES]?.post;
    expect(post?.summary).toBe('新建回声 / Make an echo');
    expect(post?.security).toEqual([{ oauth2: ['inspection:write'] }]);
    expect(Object.keys(body.paths)).toContain('/api/inspection/v1/dead-letters/{id}/replay');
  });

  it('name the roles that may call them, in both languages, and refuse the others by the roles and the scope that are missing', async () => {
    interface Told {
      paths: Record<string, Record<string, { description: string; responses: Record<string, object> }>>;
    }
    const { paths } = (await http.get<Told>('/api/inspection/openapi.json')).body;
    const replay = paths['/api/inspection/v1/dead-letters/{id}/replay']?.post;
    expect(replay?.description).toMatch(/^需要以下角色之一：administrator。[\s\S]*\n\nNeeds one of the roles administrator\./);
    const refusal = JSON.stringify(replay?.responses[403]);
    expect(refusal).toContain('该操作需要权限范围“inspection:operate”。');
    expect(refusal).toContain('该操作需要以下角色之一：administrator。');
  });

  it('document the treatment of personal data in each text, and the answers that may warn of it', async () => {
    type Schema = { properties: Record<string, Record<string, unknown>>; required?: string[]; allOf?: object[] };
    interface Document {
      paths: Record<string, { post: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>;
      components: { schemas: Record<'NewEchoDto' | 'EchoDtoAndWarnings', Schema> };
    }
    const { paths, components } = (await http.get<Document>('/api/inspection/openapi.json')).body;
    const { NewEchoDto, EchoDtoAndWarnings } = components.schemas;
    expect(['notice', 'note', 'text'].map((field) => NewEchoDto.properties[field]?.['x-personal-data'])).toEqual([
      'refused',
      'warned',
      undefined,
    ]);
    expect(NewEchoDto.required).toEqual(['text']);
    expect(paths[ECHOES]?.post.responses['201']?.content['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/EchoDtoAndWarnings',
    });
    expect(EchoDtoAndWarnings.allOf).toEqual([{ $ref: '#/components/schemas/EchoDto' }]);
    expect(Object.keys(EchoDtoAndWarnings.properties)).toEqual(['inputWarnings']);
  });
});
