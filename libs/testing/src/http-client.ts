/** An answer with its body parsed when it is JSON (any `…json` type), as text otherwise, undefined when empty. */
export interface HttpAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface RequestOptions {
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The methods take a path and return any status; only a failed connection throws. */
export interface HttpClient {
  get<T = unknown>(path: string, options?: RequestOptions): Promise<HttpAnswer<T>>;
  /** A body that is a string or bytes goes out as it is (say its content type), a form as a form, anything else as JSON. */
  post<T = unknown>(path: string, body?: unknown, options?: RequestOptions): Promise<HttpAnswer<T>>;
  put<T = unknown>(path: string, body?: unknown, options?: RequestOptions): Promise<HttpAnswer<T>>;
  patch<T = unknown>(path: string, body?: unknown, options?: RequestOptions): Promise<HttpAnswer<T>>;
  delete<T = unknown>(path: string, options?: RequestOptions): Promise<HttpAnswer<T>>;
}

/**
 * A client for one server. Redirects are not followed.
 * @param defaults go with every request; a call may add to them
 */
export function httpClient(baseUrl: string, defaults: RequestOptions = {}): HttpClient {
  const send = async <T>(method: string, path: string, body: unknown, options: RequestOptions = {}): Promise<HttpAnswer<T>> => {
    const payload = payloadOf(body);
    const token = options.token ?? defaults.token;
    const response = await fetch(new URL(path, baseUrl), {
      method,
      redirect: 'manual',
      body: payload,
      headers: {
        ...(payload === undefined || payload instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...defaults.headers,
        ...options.headers,
      },
    });
    return { status: response.status, headers: response.headers, body: (await bodyOf(response)) as T };
  };
  return {
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body, options) => send('POST', path, body, options),
    put: (path, body, options) => send('PUT', path, body, options),
    patch: (path, body, options) => send('PATCH', path, body, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
  };
}

function payloadOf(body: unknown): string | FormData | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof FormData) return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  return /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}
