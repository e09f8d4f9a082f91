import type { Service } from '@zero-distance/contracts';
import type { DoctorConfig } from './doctor-config.js';
import { Figures } from './figures.js';

/** So long one process may take to say how it is. */
const ASK_LIMIT_MS = 3_000;

/** What `/health/ready` says. */
interface Ready {
  readonly status: string;
  readonly version?: string;
  readonly warnings?: readonly string[];
  readonly reasons?: readonly string[];
}

/** A process of a service, as it answered. */
export interface HouseProcess {
  readonly service: Service;
  readonly origin: string;
  /** Absent: it did not answer. */
  readonly ready?: Ready;
  readonly figures?: Figures;
}

/** Asks all processes at once. */
export const askHouse = ({ processes }: DoctorConfig): Promise<HouseProcess[]> =>
  Promise.all(
    processes.map(async ({ service, origin }) => {
      const [ready, page] = await Promise.all([ask(`${origin}/health/ready`), ask(`${origin}/metrics`)]);
      return { service, origin, ...readyOf(ready), ...(page !== undefined && { figures: Figures.of(page) }) };
    }),
  );

/** What stands there, whatever its status; undefined when nobody answers in time. */
async function ask(url: string): Promise<string | undefined> {
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(ASK_LIMIT_MS) })).text();
  } catch {
    return undefined; // that is the finding: the check of the services tells it
  }
}

function readyOf(text: string | undefined): { ready: Ready } | undefined {
  try {
    return text === undefined ? undefined : { ready: JSON.parse(text) as Ready };
  } catch {
    return { ready: { status: 'not ready', reasons: ['its answer is no health report'] } };
  }
}
