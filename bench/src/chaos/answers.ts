const CLEAN = ['2xx', '429', '503'];

/** How many answers of each kind a client got. */
export class Answers {
  /** `2xx`, `429`, `503`, `504`, `no answer (…)` with the reason, and whatever else came. */
  readonly kinds = new Map<string, number>();
  private open = 0;

  /** Calls of which the answer leaves open whether they were carried out: none, a time-out, or a connection that broke behind the gateway. */
  get undecided(): number {
    return this.open;
  }

  add(status: number, retryAfter: string | undefined, body: string): void {
    if (status === 504 || (status === 503 && body.includes('"gateway.answer_lost"'))) this.open++;
    this.count(kindOf(status, retryAfter));
  }

  addNone(error: Error & { readonly code?: string }): void {
    this.open++;
    this.count(`no answer (${error.code ?? error.message})`);
  }

  /** The kinds that are neither success nor a clean refusal, nor begin with one of those allowed. */
  unclean(allowed: readonly string[] = []): string[] {
    return [...this.kinds.keys()].filter((kind) => !CLEAN.includes(kind) && !allowed.some((start) => kind.startsWith(start)));
  }

  private count(kind: string): void {
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
  }
}

function kindOf(status: number, retryAfter: string | undefined): string {
  if (status < 300) return '2xx';
  if (status === 429 || status === 503) return retryAfter ? String(status) : `${status} without Retry-After`;
  return String(status);
}
