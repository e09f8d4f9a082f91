import type { Evidence } from './evidence.js';
import { type Finding, finding } from './finding.js';

interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}
interface Figures {
  readonly received: number;
  readonly answeredOnTheSpot: number;
  readonly declined: number;
  readonly withdrawn: number;
  readonly closed: number;
  readonly serviceCases: number;
  readonly serviceGoodRate: Rate;
  readonly activitiesHeld: number;
  readonly activityAttendances: number;
  readonly onTimeRate: Rate;
  readonly responseRate: Rate;
  readonly solvedRate: Rate;
  readonly satisfactionRate: Rate;
}

const AREA = '230903';

/**
 * Evaluation's figures against what the client was told.
 * @param untold requests that were taken in although nobody was told so
 */
export async function trueFigures(evidence: Evidence, untold: number): Promise<Finding> {
  const { insight } = evidence;
  const truth = JSON.stringify(truthOf(evidence, untold));
  let told = '';
  const isTrue = async () => {
    told = JSON.stringify(await figuresOf(evidence));
    return told === truth;
  };
  const holds = (await insight.until(isTrue, 5_000)) !== undefined;
  return finding("evaluation's figures equal the truth", holds, `truth ${truth}${holds ? '' : `, told ${told}`}`);
}

function truthOf({ product: { log } }: Evidence, untold: number) {
  const served = (table: string, state: string) => log.brought.filter((one) => one.table === table && one.state === state).length;
  const received = log.requests.size + untold;
  const closed = log.closed.size;
  const callbacks = log.callbacks.length;
  const orders = received + log.furtherOrders - log.onTheSpot.size;
  const ended = closed + log.furtherOrders;
  const of = (numerator: number, denominator: number) => `${numerator}/${denominator}`;
  return {
    received,
    closed,
    otherwiseEnded: log.onTheSpot.size,
    onTime: of(ended, ended), // every life was answered within minutes
    contacted: of(callbacks, callbacks),
    solved: of(log.callbacks.filter(({ solved }) => solved).length, callbacks),
    satisfied: of(log.callbacks.filter(({ satisfied }) => satisfied).length, callbacks),
    due: of(ended, orders),
    cases: served('intake.service_case', 'delivered'),
    rated: of(served('intake.service_case', 'delivered'), served('intake.service_case', 'delivered')),
    activities: served('intake.activity', 'closed'),
    came: served('intake.activity_booking', 'attended'),
  };
}

async function figuresOf({ caller, insight }: Evidence): Promise<ReturnType<typeof truthOf>> {
  const period = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date());
  const path = `/api/evaluation/v1/figures?areaCode=${AREA}&period=${period}`;
  const got = await caller.insist<Figures>({ method: 'GET', path, as: 'everybody' });
  const of = ({ numerator, denominator }: Rate) => `${numerator}/${denominator}`;
  // What is due next week is no figure yet, so the closing rate is compared in the counters that it will be made of.
  const [due] = await insight.query<{ closed: number; all: number }>(
    `select coalesce(sum(amount) filter (where name = 'due-closed'), 0)::int as closed,
       coalesce(sum(amount) filter (where name = 'due'), 0)::int as all
     from (select name, amount from evaluation.figure where area_code = $1 and length(period) = 4
       union all select d.name, d.amount from evaluation.figure_delta t, evaluation.delta(t.before, t.after) d
         where t.area_code like $1 || '%') as counted`,
    [AREA],
  );
  return {
    received: got.received,
    closed: got.closed,
    otherwiseEnded: got.answeredOnTheSpot + got.declined + got.withdrawn,
    onTime: of(got.onTimeRate),
    contacted: of(got.responseRate),
    solved: of(got.solvedRate),
    satisfied: of(got.satisfactionRate),
    due: of({ numerator: due?.closed ?? 0, denominator: due?.all ?? 0 }),
    cases: got.serviceCases,
    rated: of(got.serviceGoodRate),
    activities: got.activitiesHeld,
    came: got.activityAttendances,
  };
}
