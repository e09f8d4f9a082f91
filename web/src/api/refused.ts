/** One place of what was sent, in the body or the address, and what is wrong there. */
interface Fault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly detail: string;
}

/** A problem as services answer it (RFC 9457), in the language that was asked for. */
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId?: string;
  readonly errors?: readonly Fault[];
}

/** What is wrong in an address stands at no field, so it is said itself. */
function detailOf({ detail, errors = [] }: Problem): string {
  const ofAddress = errors.filter(({ parameter }) => parameter !== undefined).map((fault) => fault.detail);
  return ofAddress.join(' ') || detail;
}

/** What a service refused. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(detailOf(problem));
  }

  /** Of an answer that may be no problem at all, as those of what stands in between. */
  static async from(answer: Response): Promise<Refused> {
    return Refused.of(answer.status, await answer.json().catch(() => undefined));
  }

  static of(status: number, body: unknown): Refused {
    const isProblem = typeof body === 'object' && body !== null && 'detail' in body;
    return new Refused(isProblem ? (body as Problem) : { status, code: 'unknown', detail: `HTTP ${status}` });
  }

  /** Somebody else changed it since it was read. */
  get isStale(): boolean {
    return this.problem.status === 412;
  }

  /** The faults by the name of their field: `/requester/phone` is `requester.phone`, and those of one photo are those of all. */
  get byField(): ReadonlyMap<string, string> {
    const named = (this.problem.errors ?? []).flatMap(({ pointer, detail }) =>
      pointer
        ? [
            [
              pointer
                .slice(1)
                .replace(/\/\d+$/, '')
                .replaceAll('/', '.'),
              detail,
            ] as const,
          ]
        : [],
    );
    return new Map(named);
  }

  /** What is wrong at a field, which has its name already: `reporter.name 必填。` is `必填。` there. */
  faultAt(name: string): string | undefined {
    return this.byField.get(name)?.replace(`${name} `, '');
  }

  /** What is wrong at none of these fields, and whether something is at one of them. */
  besides(fields: readonly string[]): { readonly others: readonly string[]; readonly isMarked: boolean } {
    const faults = [...this.byField];
    const others = faults.filter(([name]) => !fields.includes(name)).map(([, detail]) => detail);
    return { others, isMarked: others.length < faults.length };
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a call answered.
 * @throws {Refused} what the service refused
 */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw Refused.of(response.status, error);
}

/** Some part of a matter may be nothing for who sees the rest. */
export async function ifSeen<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refused && [403, 404].includes(error.problem.status)) return undefined;
    throw error;
  }
}
