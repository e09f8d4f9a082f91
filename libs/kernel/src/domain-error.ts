/** How a refusal is answered over HTTP; chosen once, where the error is defined. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 503 | 504;

/** One error a service can answer: its status and its text in both languages. `{name}` is filled from the parameters. */
export interface ErrorDefinition {
  readonly status: ErrorStatus;
  readonly zh: string;
  readonly en: string;
  /** Where time may put it right: sent as the header Retry-After. */
  readonly retryAfterSeconds?: number;
}

/** What fills a refusal's text. `retryAfterSeconds` is sent as the header Retry-After besides, before that of the definition. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A rule's refusal. `code` is stable and public: `<service>.<noun>.<reason>`. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly definition: ErrorDefinition,
    readonly params: ErrorParams = {},
    /** Where the fault is, when it is in one place: the JSON pointer of a body's field (`/areaCode`), or the name of a parameter. */
    readonly pointer?: string,
  ) {
    super(`${code}: ${fill(definition.en, params)}`);
    this.name = 'DomainError';
  }

  get status(): ErrorStatus {
    return this.definition.status;
  }

  text(language: 'zh-CN' | 'en'): string {
    return fill(language === 'en' ? this.definition.en : this.definition.zh, this.params);
  }
}

const fill = (template: string, params: ErrorParams): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Makes an error of one service's catalogue: `refuse('work_order.not_found', { id })`. */
export interface ErrorCatalogue<K extends string> {
  (reason: K, params?: ErrorParams, pointer?: string): DomainError;
  readonly definitions: Readonly<Record<string, ErrorDefinition>>;
}

/** Declares the errors of a service; the full code of each is `<service>.<key>` (service in snake_case). */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(service: string, table: T): ErrorCatalogue<keyof T & string> {
  const prefix = `${service.replaceAll('-', '_')}.`;
  const definitions = Object.fromEntries(Object.entries(table).map(([key, value]) => [prefix + key, value]));
  const make = (reason: keyof T & string, params?: ErrorParams, pointer?: string) =>
    withoutStack(() => new DomainError(prefix + reason, table[reason] as ErrorDefinition, params, pointer));
  return Object.assign(make, { definitions });
}

/** A refusal is an answer, not a crash: nobody reads where it was made, and taking the stack down costs more than the rule did. */
function withoutStack<E>(make: () => E): E {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
