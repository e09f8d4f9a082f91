import type { OpenAPIObject } from '@nestjs/swagger';
import { HEADERS } from '@zero-distance/platform';
import { CROSS_ORIGIN_TEXT } from '../proxy/cross-origin.js';

/** The gateway's own OpenAPI 3.1 document: its API as made from the controllers, and how to get a token. */
export function gatewayDocument({ info, components, tags = [], paths, ...made }: OpenAPIObject, issuer: string, embedded: boolean): object {
  const about =
    '唯一的公开端口：签发令牌、转发到各服务、公开台账与接口文档。\n\n' +
    'The one public port: issues tokens, forwards to the services, shows the public ledger and this console.\n\n' +
    CROSS_ORIGIN_TEXT;
  return {
    ...made,
    info: { ...info, description: `${about}\n\n${info.description}` },
    tags: [{ name: 'token', description: '令牌 / tokens' }, ...tags],
    paths: { ...(embedded && withRequestIds(issuerPaths(issuer))), ...paths },
    components: {
      ...components,
      securitySchemes: {
        ...components?.securitySchemes,
        client: { type: 'http', scheme: 'basic', description: '客户端标识与密钥 / client id and secret' },
      },
      headers: { ...components?.headers, 'X-Request-Id': HEADERS['X-Request-Id'] },
      schemas: { ...components?.schemas, ...SCHEMAS },
    },
  };
}

/** Names the one header that every answer has. */
function withRequestIds(paths: ReturnType<typeof issuerPaths>): object {
  const reference = { 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };
  for (const path of Object.values(paths))
    for (const { responses } of Object.values(path))
      for (const [status, response] of Object.entries<{ headers?: object }>(responses))
        Object.assign(responses, { [status]: { ...response, headers: { ...reference, ...response.headers } } });
  return paths;
}

const json = (schema: string, example?: unknown) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, ...(example ? { example } : {}) },
});
/** RFC 7517 §8.5.2. */
const KEY_SET = { 'application/jwk-set+json': { schema: { $ref: '#/components/schemas/Keys' } } };
const oauthError = (zh: string, en: string, error: string) => ({
  description: `${zh} / ${en}`,
  content: json('OAuthError', { error }),
});

const RETRY_AFTER = { 'Retry-After': { description: '秒 / seconds', schema: { type: 'integer' } } };
const problem = (zh: string, en: string, headers = {}) => ({
  description: `${zh} / ${en}`,
  headers,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Any operation of the issuer, when its caller's address has used up its minute. */
const TOO_OFTEN = problem('请求过于频繁', 'too many requests from this address', RETRY_AFTER);

/** Refusals before a request is routed, possible on any request. */
const OF_ANY_REQUEST = {
  400: problem('请求无效', 'not a valid request'),
  408: problem('请求未在规定时间内发送完毕', 'the request was not sent in time'),
  413: problem('请求体过大', 'the body is too large'),
  415: problem('媒体类型不支持', 'the media type is not supported'),
  429: TOO_OFTEN,
  431: problem('请求头过大', 'the head of the request is too large'),
  503: problem('服务暂不可用', 'not available for the moment', RETRY_AFTER),
};

/** What the issuer itself finds wrong, and what is no valid request before it is asked. */
const badRequest = (zh: string, en: string, error: string) => ({
  description: `${zh} / ${en}`,
  content: { ...json('OAuthError', { error }), ...OF_ANY_REQUEST[400].content },
});

/** Services may instead trust an external issuer (OIDC_ISSUER): then there are no routes here. */
const ELSEWHERE = { 404: { description: '使用外部签发方时，此处没有 / nothing here when the issuer is an external one' } };

/** Where a client names itself. */
const LOCKED_OR_TOO_OFTEN = {
  ...TOO_OFTEN,
  description: '失败次数过多，已锁定；或请求过于频繁 / locked after too many failures, or too many requests from this address',
  content: { ...json('OAuthError', { error: 'invalid_client' }), ...TOO_OFTEN.content },
};

/** The issuer's metadata: the same at the place of OpenID Connect Discovery and at that of RFC 8414. */
const metadata = (operationId: string, issuer: string) => ({
  get: {
    tags: ['token'],
    operationId,
    summary: '签发方的元数据 / Metadata of the issuer',
    security: [],
    responses: {
      200: { description: '元数据 / metadata', content: json('Discovery', { issuer, jwks_uri: `${issuer}/jwks` }) },
      ...OF_ANY_REQUEST,
      ...ELSEWHERE,
    },
  },
});

const TOKEN = {
  post: {
    tags: ['token'],
    operationId: 'issueToken',
    summary: '换取访问令牌 / Get an access token',
    description:
      '部门系统用 client_credentials；人员登录用 authorization_code（必须 PKCE S256），其后用 refresh_token 续期（每个只用一次）。令牌为 JWT，有效期一小时。连续失败会被暂时锁定，请求过于频繁会被限流（均为 429，见 Retry-After）。\n\n' +
      'Department systems use client_credentials, people authorization_code with PKCE (S256) and then refresh_token (each of which is used once). Tokens are JWTs and live one hour. Failures in a row lock a client for a while, and an address may not ask too often (both 429; see Retry-After).',
    security: [{ client: [] }],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: { $ref: '#/components/schemas/TokenRequest' },
          examples: { clientCredentials: { summary: '部门系统 / a department system', value: { grant_type: 'client_credentials' } } },
        },
      },
    },
    responses: {
      ...OF_ANY_REQUEST,
      200: { description: '访问令牌 / an access token', content: json('Token') },
      400: badRequest('请求、授权范围或资源不正确', 'bad request, scope or resource', 'invalid_scope'),
      401: oauthError('客户端标识或密钥不正确', 'wrong client id or secret', 'invalid_client'),
      429: LOCKED_OR_TOO_OFTEN,
    },
  },
};

const REVOCATION = {
  post: {
    tags: ['token'],
    operationId: 'revokeToken',
    summary: '交回续期令牌 / Give a refresh token back',
    description:
      '此后不能再用它续期。已签发的访问令牌是 JWT，到期自行失效。\n\n' +
      'Nothing is refreshed with it any more. Access tokens that were issued are JWTs and end by themselves.',
    security: [{ client: [] }],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: { $ref: '#/components/schemas/RevocationRequest' },
          examples: { refreshToken: { summary: '续期令牌 / a refresh token', value: { token: 'Yk3vVq0mX2b7' } } },
        },
      },
    },
    responses: {
      ...OF_ANY_REQUEST,
      200: { description: '已作废，或本来就没有 / it is of no use any more, or never was' },
      400: badRequest('请求不正确', 'bad request', 'invalid_request'),
      401: oauthError('客户端标识或密钥不正确', 'wrong client id or secret', 'invalid_client'),
      429: LOCKED_OR_TOO_OFTEN,
    },
  },
};

const issuerPaths = (issuer: string) => ({
  '/oidc/token': TOKEN,
  '/oidc/token/revocation': REVOCATION,
  '/oidc/.well-known/openid-configuration': metadata('discover', issuer),
  '/.well-known/oauth-authorization-server/oidc': metadata('discoverOAuth', issuer),
  '/oidc/jwks': {
    get: {
      tags: ['token'],
      operationId: 'listKeys',
      summary: '验签公钥 / Public keys that verify tokens',
      security: [],
      responses: { 200: { description: 'JSON Web Key Set', content: KEY_SET }, ...OF_ANY_REQUEST, ...ELSEWHERE },
    },
  },
});

const text = { type: 'string' } as const;
const SCHEMAS = {
  TokenRequest: {
    type: 'object',
    required: ['grant_type'],
    properties: {
      grant_type: { type: 'string', enum: ['client_credentials', 'authorization_code', 'refresh_token'] },
      scope: { ...text, description: '空格分隔；省略则为全部已授权范围 / space separated; all that was granted when left out' },
      code: text,
      redirect_uri: text,
      code_verifier: text,
      refresh_token: text,
      client_id: { ...text, description: '公开客户端必填 / for a public client' },
    },
  },
  Token: {
    type: 'object',
    required: ['access_token', 'expires_in', 'token_type'],
    properties: {
      access_token: text,
      expires_in: { type: 'integer', description: '秒 / seconds' },
      token_type: { const: 'Bearer' },
      scope: text,
      id_token: text,
      refresh_token: { ...text, description: '只给公开客户端 / for public clients only' },
    },
  },
  RevocationRequest: {
    type: 'object',
    required: ['token'],
    properties: { token: text, client_id: { ...text, description: '公开客户端必填 / for a public client' } },
  },
  OAuthError: { type: 'object', required: ['error'], properties: { error: text, error_description: text } },
  Discovery: {
    type: 'object',
    required: ['issuer', 'jwks_uri'],
    properties: {
      issuer: text,
      jwks_uri: text,
      token_endpoint: text,
      authorization_endpoint: text,
      revocation_endpoint: text,
      scopes_supported: { type: 'array', items: text },
    },
  },
  Keys: { type: 'object', required: ['keys'], properties: { keys: { type: 'array', items: { type: 'object' } } } },
};
