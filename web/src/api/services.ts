import createClient, { type Middleware } from 'openapi-fetch';
import type { Language } from '../language/language';
import type { LogIn } from '../log-in/log-in';
import type { components as DispatchComponents, paths as DispatchPaths } from './dispatch';
import type { components as IntakeComponents, paths as IntakePaths } from './intake';

export type IntakeSchemas = IntakeComponents['schemas'];
export type DispatchSchemas = DispatchComponents['schemas'];

/** The services as this person calls them. */
export interface Services {
  readonly intake: ReturnType<typeof createClient<IntakePaths>>;
  readonly dispatch: ReturnType<typeof createClient<DispatchPaths>>;
  /** Any address of the API, for what is no JSON: a picture, a table, a stream. */
  readonly raw: (path: string, init?: RequestInit) => Promise<Response>;
}

export function servicesFor(logIn: Pick<LogIn, 'token'>, language: Language): Services {
  const asPerson: Middleware = {
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${await logIn.token()}`);
      request.headers.set('Accept-Language', language === 'zh' ? 'zh-CN' : 'en');
      return request;
    },
  };
  const intake = createClient<IntakePaths>({ baseUrl: '/' });
  const dispatch = createClient<DispatchPaths>({ baseUrl: '/' });
  intake.use(asPerson);
  dispatch.use(asPerson);
  const raw = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await logIn.token()}`);
    return fetch(path, { ...init, headers });
  };
  return { intake, dispatch, raw };
}
