/** 承诺: by when who asked is answered, or that the matter is put off, and until which day. */
export interface Promised {
  readonly dueAt: Date | null;
  readonly isPutOff: boolean;
  /** The day on which it is taken up again, in Shanghai; null where that is not known. */
  readonly resumesOn: string | null;
}

export const NOTHING_PROMISED: Promised = { dueAt: null, isPutOff: false, resumesOn: null };

/** A line of what was heard of the order for a request. */
export interface HeardOfOrder {
  readonly requestId: string;
  readonly action: string;
  readonly detail: Record<string, unknown> | null;
}

const PUT_OFF = 'work-order.parked';
/** What takes up again what was put off: somebody works on it, or is to be found. */
const TAKEN_UP = ['work-order.opened', 'work-order.dispatched', 'work-order.reassigned', 'work-order.resumed', 'work-order.recalled'];
/** After these nobody has it: nothing is promised until somebody is to be found anew. */
const GIVEN_UP = ['work-order.terminated', 'work-order.returned'];

/** What tells of a promise besides the lines with a due time. */
export const TELLING = [PUT_OFF, ...TAKEN_UP, ...GIVEN_UP];

/** What is promised of one order. @param story oldest first */
function promisedOf(story: readonly HeardOfOrder[]): Promised {
  const last = story.findLast(({ action }) => TELLING.includes(action));
  if (last?.action === PUT_OFF) return { dueAt: null, isPutOff: true, resumesOn: wordOf(last.detail?.reviewOn) };
  if (last && GIVEN_UP.includes(last.action)) return NOTHING_PROMISED;
  const dueAt = wordOf(story.findLast(({ detail }) => wordOf(detail?.dueAt))?.detail?.dueAt);
  return { ...NOTHING_PROMISED, dueAt: dueAt === null ? null : new Date(dueAt) };
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * What is promised of a matter that is worked on in one order or several: it is answered when all are, so by the last of their times, and it is put off when each
 * of them is, until the last is taken up again.
 */
export function promisedBy(story: readonly HeardOfOrder[]): Promised {
  const orders = [...new Set(story.map(({ requestId }) => requestId))].map((id) =>
    promisedOf(story.filter(({ requestId }) => requestId === id)),
  );
  if (orders.length === 0) return NOTHING_PROMISED;
  if (orders.every(({ isPutOff }) => isPutOff)) {
    const days = orders.map(({ resumesOn }) => resumesOn).filter((day) => day !== null);
    return { dueAt: null, isPutOff: true, resumesOn: days.toSorted().at(-1) ?? null };
  }
  const times = orders.flatMap(({ dueAt }) => dueAt?.getTime() ?? []);
  return { ...NOTHING_PROMISED, dueAt: times.length > 0 ? new Date(Math.max(...times)) : null };
}
