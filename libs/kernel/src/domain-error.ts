/** How a refusal is answered over HTTP; chosen once, where the error is defined. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 412 | 413 | 415 | 416 | 422 | 428 | 429 | 431 | 500 | 503 | 504;

/** One error a service can answer: its status and its text in both languages. `{name}` is filled from the parameters. */
export interface ErrorDefinition {
  readonly status: ErrorStatus;
  readonly zh: string;
  readonly en: string;
  /** Where time may put it right: sent as the header Retry-After. */
  readonly retryAfterSeconds?: number;
  /** What fills the text in the API's documentation, where the catalogue's examples would mislead. */
  readonly examples?: ErrorParams;
}

/** What fills a refusal's text. `retryAfterSeconds` is sent as the header Retry-After besides, before that of the definition. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** One bad input value. `pointer` is a JSON pointer into the body; `parameter` names a query, path or header parameter. */
export interface FieldError {
  readonly pointer?: string;
  readonly parameter?: string;
  /** The fault, for programs: `required`, `unknown_field`, `too_long`, … */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The parts of a refusal besides its text. */
export interface ErrorDetails {
  /** Where the fault is, when it is in one place: the JSON pointer of a body's field (`/areaCode`), or the name of a parameter. */
  readonly pointer?: string;
  /** The place and kind of each fault, when there are several. */
  readonly errors?: readonly FieldError[];
  /** Headers of the answer, besides Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal: of a rule, or of a request. `code` is stable and public: `<service>.<noun>.<reason>`. */
export class DomainError extends Error {
  readonly pointer: string | undefined;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: string,
    readonly definition: ErrorDefinition,
    readonly params: ErrorParams = {},
    { pointer, errors = [], headers = {} }: ErrorDetails = {},
  ) {
    super(`${code}: ${fill(definition.en, params)}`);
    this.name = 'DomainError';
    this.pointer = pointer;
    this.errors = errors;
    this.headers = headers;
  }

  get status(): ErrorStatus {
    return this.definition.status;
  }

  text(language: 'zh-CN' | 'en'): string {
    return fill(language === 'en' ? this.definition.en : this.definition.zh, this.params);
  }

  /** The text as the API's documentation shows it: an example stands for each value that is not given. */
  exampleText(language: 'zh-CN' | 'en'): string {
    return fill(language === 'en' ? this.definition.en : this.definition.zh, { ...this.definition.examples, ...this.params });
  }
}

const fill = (template: string, params: ErrorParams): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/**
 * Makes an error of one service's catalogue: `refuse('work_order.not_found', { id })`. The last argument is the pointer of the fault, or what
 * else there is to say.
 */
export interface ErrorCatalogue<K extends string> {
  (reason: K, params?: ErrorParams, details?: string | ErrorDetails): DomainError;
  /** One of each, for the documents. */
  readonly every: readonly DomainError[];
}

const EXAMPLE_ID = '01980d5e-7c1a-7000-8000-000000000000';

/** The names in the braces of a text. */
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
/** The names that a catalogue's texts are filled from, but for `id`, whose example is always the same. */
type Placeholders<T extends Record<string, ErrorDefinition>> = Exclude<{ [K in keyof T]: NamesIn<T[K]['zh' | 'en']> }[keyof T], 'id'>;
/**
 * Declares the errors of a service; the full code of each is `<service>.<key>` (service in snake_case).
 * @param examples what fills their texts in the API's documentation
 */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(
  service: string,
  examples: Readonly<Record<Placeholders<T>, string | number>>,
  table: T,
): ErrorCatalogue<keyof T & string> {
  const prefix = `${service.replaceAll('-', '_')}.`;
  const shown = (definition: ErrorDefinition) => ({ ...definition, examples: { id: EXAMPLE_ID, ...examples, ...definition.examples } });
  const definitions = Object.fromEntries(Object.entries(table).map(([reason, definition]) => [reason, shown(definition)]));
  const make = (reason: keyof T & string, params?: ErrorParams, details?: string | ErrorDetails) => {
    const said = typeof details === 'string' ? { pointer: details } : details;
    return withoutStack(() => new DomainError(prefix + reason, definitions[reason] as ErrorDefinition, params, said));
  };
  return Object.assign(make, { every: Object.keys(table).map((reason) => make(reason)) });
}

/** A refusal is an answer, not a crash: its stack is never read, and recording it costs more than the rule did. */
function withoutStack<E>(make: () => E): E {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
