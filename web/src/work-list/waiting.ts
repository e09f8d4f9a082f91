import type { Services } from '../api/services';
import type { Registers } from '../desk/registers';
import type { Person } from '../log-in/log-in';
import { readable } from '../nouns/nouns';
import { pageOf } from './page-of';
import type { Row } from './rows';

const EACH = 200;

interface Waiting {
  readonly rows: readonly Row[];
  /** Kinds of which more waits than is shown, in words. */
  readonly cut: readonly (readonly [zh: string, en: string])[];
}

/** 待办: whatever the next step of is this person's, over all services, the one due soonest first. */
export async function waitingFor(services: Services, registers: Registers, person: Person): Promise<Waiting> {
  const asked = readable(person).flatMap((noun) =>
    noun.waits.filter(({ roles }) => roles.some((role) => person.roles.includes(role))).map((waits) => ({ noun, waits })),
  );
  const answers = await Promise.all(
    asked.map(async ({ noun, waits: { query, steps, lamps } }) => {
      const { rows, next } = await pageOf(services, registers, noun, new URLSearchParams({ ...query, limit: String(EACH) }));
      return {
        noun,
        next,
        rows: rows.filter(({ shown }) => shown.allowed.some((word) => steps.includes(word)) && (lamps?.includes(shown.lamp ?? '') ?? true)),
      };
    }),
  );
  const cut = new Set(answers.filter(({ next }) => next).map(({ noun }) => noun));
  return {
    rows: answers.flatMap(({ rows }) => rows).toSorted((a, b) => dueOf(a) - dueOf(b)),
    cut: [...cut].map(({ zh, en }) => [zh, en]),
  };
}

const dueOf = ({ shown: { at } }: Row): number => (at ? Date.parse(at) : Number.POSITIVE_INFINITY);
