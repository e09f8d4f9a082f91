import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { type Static, type TObject, type TProperties, Type } from 'typebox';

export { Type } from 'typebox';

const ABSOLUTE_URL = '^https?://[^\\s]+$';
const PROXIES = {
  pattern: '^[\\w.:/]+(,[\\w.:/]+)*$',
  description: 'addresses, ranges (10.1.0.0/16) or loopback, linklocal, uniquelocal, with commas between',
};

/** A variable that holds a key of 256 bits. */
export const SECRET_KEY = Type.String({
  pattern: '^[A-Za-z0-9+/]{43}=$',
  description: '32 random bytes in base64: openssl rand -base64 32',
});

/** A variable that holds keys of 256 bits, so that they can be changed while what was sealed with an older one stays readable. */
export const KEY_RING = Type.String({
  pattern: '^[\\w-]+:[A-Za-z0-9+/]{43}=(,[\\w-]+:[A-Za-z0-9+/]{43}=)*$',
  description: 'keys as id:base64 of 32 bytes, several with commas between, the current one first',
});

/** What a service reads besides that makes or takes signed links: the keys that both have in common. */
export const SIGNED_LINK_CONFIG = { SIGNED_LINK_KEYS: KEY_RING };

/** What a service reads besides that keeps the texts of matters: its own keys, and those that open what rides in events. */
export const MATTER_TEXT_CONFIG = { PERSONAL_DATA_KEYS: KEY_RING, MATTER_TEXT_KEYS: KEY_RING };

/** What every process that speaks HTTP reads from its environment. */
export const HTTP_CONFIG = {
  /** 本区: only a token whose area covers it may change settings of the whole district. */
  DISTRICT: Type.String({ pattern: '^\\d{6}$', description: 'the area code of the district served, six digits, such as 230903' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65535, description: 'a port number; 0 takes a free one' }),
  HOST: Type.String({ default: '127.0.0.1' }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  OIDC_ISSUER: Type.String({ pattern: ABSOLUTE_URL, description: 'the http(s) URL of the token issuer' }),
  OIDC_JWKS_URL: Type.Optional(Type.String({ pattern: ABSOLUTE_URL, description: "the http(s) URL of the issuer's keys" })),
  OIDC_AUDIENCE: Type.String({ default: 'zero-distance' }),
  RATE_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: 6000, description: 'requests one client may send in a minute' }),
  PUBLIC_WRITE_LIMIT_PER_DAY: Type.Integer({
    minimum: 1,
    default: 200,
    description: 'what one address may have done in a day by operations that need no token; what is refused does not count',
  }),
  PUBLIC_GUESS_LIMIT_PER_DAY: Type.Integer({
    minimum: 1,
    default: 100,
    description: 'how often one address may be wrong in a day where something is looked up without a token by what only its owner knows',
  }),
  CONNECTION_LIMIT: Type.Integer({ minimum: 1, default: 4096, description: 'connections that are open at once' }),
  CONNECTION_LIMIT_PER_ADDRESS: Type.Integer({
    minimum: 1,
    default: 256,
    description: 'connections of one address, trusted proxies apart',
  }),
  REQUEST_LIMIT_PER_ADDRESS: Type.Integer({ minimum: 1, default: 128, description: 'requests of one address under way at once' }),
  /** The proxies whose `X-Forwarded-For` is trusted. Absent: none; a caller's address is that of its connection. */
  TRUSTED_PROXIES: Type.Optional(Type.String(PROXIES)),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(Type.String({ pattern: ABSOLUTE_URL, description: 'the http(s) URL of an OTLP collector' })),
};

/** The further configuration of a service with a database and events: the whole environment named in the operators' guide. */
export const SERVICE_CONFIG = {
  ...HTTP_CONFIG,
  TRUSTED_PROXIES: Type.String({ ...PROXIES, default: 'loopback,uniquelocal' }), // the gateway, which tells one address: the caller's
  /** 单位公开联系方式: allowed in public texts. */
  OFFICE_CONTACTS: Type.String({
    default: '',
    pattern: '^(?:\\s*(?:[+(\\d][\\d()\\s-]{4,24}|[^,@\\s]*@[^,@\\s]+)\\s*(?:,|$))*$',
    description: 'telephone numbers, e-mail addresses or @domain, with commas between',
  }),
  DATABASE_URL: Type.String({ pattern: '^postgres(ql)?://', description: 'postgres://user:password@host:port/database' }),
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, maximum: 200, default: 10 }),
  NATS_URL: Type.String({ pattern: '^(nats|tls)://', description: 'nats://host:port, several with commas between' }),
  NATS_USER: Type.String(),
  NATS_PASSWORD: Type.String(),
  /** What kept hashes of requests are keyed with (idempotency): one for all replicas of a service, and for no other service. */
  REQUEST_HASH_KEY: SECRET_KEY,
};

/** What was read by such properties. */
export type ConfigOf<T extends TProperties> = Readonly<Static<TObject<T>>>;
export type HttpConfig = ConfigOf<typeof HTTP_CONFIG>;
export type ServiceConfig = ConfigOf<typeof SERVICE_CONFIG>;

/** Says which variables are wrong and why; never what they hold, since they may hold secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The schema is TypeBox's and need not be checked itself: that took an eighth of a service's start. */
const AJV = { coerceTypes: true, useDefaults: true, allErrors: true, strict: false, validateSchema: false };

/**
 * The typed, frozen configuration out of an environment. Each variable `X` is read from `X`, or from the file that `X_FILE` names;
 * an empty one counts as missing. Throws a ConfigError naming every bad variable at once.
 */
export function parseConfig<T extends TProperties>(properties: T, env: NodeJS.ProcessEnv): ConfigOf<T> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(properties)) {
    try {
      const value = readVariable(name, env);
      if (value !== undefined) values[name] = value;
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
    }
  }
  const check = new Ajv(AJV).compile(Type.Object(properties));
  const reported = new Set(problems.map((problem) => problem.split(':')[0]));
  if (!check(values)) {
    for (const error of check.errors ?? []) {
      const name = nameOf(error);
      if (!reported.has(name)) problems.push(`${name}: ${reasonOf(error, properties[name])}`);
      reported.add(name);
    }
  }
  if (problems.length > 0) throw new ConfigError(`The configuration is wrong. ${problems.join('; ')}.`);
  return Object.freeze(values) as ConfigOf<T>;
}

/**
 * The configuration of this process, read once at load: `export const config = readConfig({ ...SERVICE_CONFIG, EXTRA: Type.String() })`.
 * A bad one ends the process with status 78 (EX_CONFIG) and one line that names each bad variable and why.
 */
export function readConfig<T extends TProperties>(properties: T): ConfigOf<T> {
  try {
    return parseConfig(properties, process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}

function readVariable(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const direct = env[name];
  const file = env[`${name}_FILE`];
  if (direct && file) throw new Error(`both ${name} and ${name}_FILE are set; keep one`);
  if (!file) return direct || undefined;
  try {
    return readFileSync(file, 'utf8').trimEnd() || undefined;
  } catch (error) {
    throw new Error(`the file named by ${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

const nameOf = (error: ErrorObject): string =>
  error.keyword === 'required' ? String(error.params.missingProperty) : (error.instancePath.split('/')[1] ?? '');

function reasonOf(error: ErrorObject, schema: { description?: string } | undefined): string {
  const expected = schema?.description ? ` (expected: ${schema.description})` : '';
  if (error.keyword === 'required') return `is missing${expected}`;
  if (error.keyword === 'enum') return `must be one of ${(error.params.allowedValues as string[]).join(', ')}`;
  if (error.keyword === 'pattern' && expected) return `does not have the right form${expected}`;
  return `${error.message}${expected}`;
}
