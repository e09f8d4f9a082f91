import createClient, { type Middleware } from 'openapi-fetch';
import type { Language } from '../language/language';
import type { LogIn } from '../log-in/log-in';
import type { components as DispatchComponents, paths as DispatchPaths } from './dispatch';
import type { components as EvaluationComponents, paths as EvaluationPaths } from './evaluation';
import type { paths as GatewayPaths } from './gateway';
import type { components as IntakeComponents, paths as IntakePaths } from './intake';
import { Refused } from './refused';

export type IntakeSchemas = IntakeComponents['schemas'];
export type DispatchSchemas = DispatchComponents['schemas'];
export type EvaluationSchemas = EvaluationComponents['schemas'];
/** A path says its service: /api/<service>/v1/… */
export type Paths = IntakePaths & DispatchPaths & EvaluationPaths & GatewayPaths;

/** What is done to what: of which version, and under which key, so that sent twice it is done once. */
interface Deed {
  readonly path: string;
  readonly id: string | undefined;
  readonly version: number | undefined;
  readonly key: string;
  /** Posted unless it says otherwise. */
  readonly method?: 'POST' | 'PUT' | undefined;
}

/** The services as this person calls them. */
export interface Services {
  readonly api: ReturnType<typeof createClient<Paths>>;
  /**
   * An action, whichever.
   * @throws {Refused} what the service refused
   */
  readonly act: (deed: Deed, body: object) => Promise<unknown>;
  /**
   * A list or a row of a noun, whichever.
   * @throws {Refused} what the service refused
   */
  readonly read: <T>(path: string) => Promise<T>;
  /** Any address of the API, for what is no JSON: a picture, a table, a stream. */
  readonly raw: (path: string, init?: RequestInit) => Promise<Response>;
}

export function servicesFor(logIn: Pick<LogIn, 'token'>, language: Language): Services {
  const asPerson = async (headers: Headers) => {
    headers.set('Authorization', `Bearer ${await logIn.token()}`);
    headers.set('Accept-Language', language === 'zh' ? 'zh-CN' : 'en');
    return headers;
  };
  const middleware: Middleware = {
    async onRequest({ request }) {
      await asPerson(request.headers);
      return request;
    },
  };
  const api = createClient<Paths>({ baseUrl: '/' });
  api.use(middleware);
  const raw = async (path: string, init: RequestInit = {}) => fetch(path, { ...init, headers: await asPerson(new Headers(init.headers)) });
  const act = async ({ path, id, version, key, method = 'POST' }: Deed, body: object) => {
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    };
    const answer = await raw(id ? path.replace(/\{(?:id|code)\}/, id) : path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw await Refused.from(answer);
    return answer.json();
  };
  const read = async <T>(path: string) => {
    const answer = await raw(path);
    if (!answer.ok) throw await Refused.from(answer);
    return (await answer.json()) as T;
  };
  return { api, act, read, raw };
}
