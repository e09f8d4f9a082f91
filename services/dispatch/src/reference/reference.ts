import { type Calendar, makeCalendar, readPeriods } from '@zero-distance/calendar';
import { type DomainError, err, ok, type PolicyVersion, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import { POLICIES, type Policies } from '../policy/policy.js';
import type { Holiday } from './holiday.js';
import type { Organisation } from './organisation.js';
import { type Responsibility, ResponsibilityList } from './responsibility.js';
import { Succession } from './succession.js';

/** The four registers as they stood at one revision. */
export interface ReferenceRows {
  readonly revision: number;
  readonly organisations: readonly Organisation[];
  /** Versions that are in effect or will be. */
  readonly responsibilities: readonly Responsibility[];
  /** Of each policy that was ever set, the value that counts. */
  readonly policies: readonly Pick<PolicyVersion, 'name' | 'value'>[];
  readonly holidays: readonly Holiday[];
  /** Names the holiday table's state in ledgers. */
  readonly calendarEdition: string;
}

/** By what, and when, an order is judged. */
export interface DecisionContext {
  readonly now: Date;
  readonly policies: Policies;
  readonly calendar: Calendar;
}

/** Who is to handle a matter. */
interface Assigned {
  readonly lead: Organisation;
  readonly coHandlers: Organisation[];
}

/** What every order is judged by: organisations, responsibility list, policies and calendar, all of one moment. Never changes. */
export class ReferenceSnapshot {
  readonly revision: number;
  readonly organisations: readonly Organisation[];
  readonly succession: Succession;
  readonly responsibilities: ResponsibilityList;
  readonly policies: Policies;
  readonly calendar: Calendar;
  readonly holidayNames: ReadonlyMap<string, string>;
  private readonly byCode: ReadonlyMap<string, Organisation>;
  private readonly byId: ReadonlyMap<string, Organisation>;
  private readonly holidays: readonly Holiday[];

  constructor(rows: ReferenceRows) {
    this.revision = rows.revision;
    this.organisations = rows.organisations;
    this.byCode = new Map(rows.organisations.map((organisation) => [organisation.code, organisation]));
    this.byId = new Map(rows.organisations.map((organisation) => [organisation.id, organisation]));
    this.succession = new Succession(rows.organisations);
    this.responsibilities = new ResponsibilityList(rows.responsibilities);
    this.policies = POLICIES.valuesOf(rows.policies);
    this.holidays = rows.holidays;
    this.holidayNames = new Map(rows.holidays.map(({ date, name }) => [date, name]));
    this.calendar = this.makeCalendar(rows.calendarEdition, this.holidays);
  }

  organisation(code: string): Organisation | undefined {
    return this.byCode.get(code);
  }

  /** Throws a plain Error for an id that is no organisation's: every id comes from a row that refers to one. */
  organisationById(id: string): Organisation {
    const found = this.byId.get(id);
    if (!found) throw new Error(`organisation ${id} is not in revision ${this.revision} of the registers`);
    return found;
  }

  /** An organisation as answers name it. */
  party = (id: string): Pick<Organisation, 'id' | 'code' | 'name'> => {
    const { code, name } = this.organisationById(id);
    return { id, code, name };
  };

  /** Who does the work of an organisation now. */
  inBeing = (id: string): Organisation => this.succession.inBeing(this.organisationById(id));

  /** Lead and co-handlers by their codes; refused (422, naming the field) when one is unknown or no more, or is both. */
  assignment(leadCode: string, coCodes: readonly string[] = []): Result<Assigned> {
    const named = this.named(leadCode, coCodes);
    if (!named.ok) return named;
    const { lead, coHandlers } = named.value;
    const refused = [lead, ...coHandlers].map((one, i) => whyRetired(one, i)).find((each) => each !== undefined);
    return refused ? err(refused) : named;
  }

  /** The same, of an entry that may name one that is no more: what it said before stays as it was written. */
  named(leadCode: string, coCodes: readonly string[] = []): Result<Assigned> {
    const lead = this.byCode.get(leadCode);
    if (!lead) return err(refuse('organisation.unknown', { code: leadCode }, '/leadOrganisation'));
    const coHandlers: Organisation[] = [];
    for (const [i, code] of coCodes.entries()) {
      const pointer = `/coOrganisations/${i}`;
      const found = this.byCode.get(code);
      if (!found) return err(refuse('organisation.unknown', { code }, pointer));
      if (found === lead) return err(refuse('organisation.lead_and_co', { code }, pointer));
      coHandlers.push(found);
    }
    return ok({ lead, coHandlers });
  }

  /** What orders are judged by at a moment. */
  contextAt(now: Date): DecisionContext {
    const { policies, calendar } = this;
    return { now, policies, calendar };
  }

  /** The calendar as it will be once a day is set: named by the time it was. */
  calendarWith(day: Holiday, at: Date): Calendar {
    return this.makeCalendar(at.toISOString(), [...this.holidays, day]);
  }

  private makeCalendar(edition: string, holidays: readonly Holiday[]): Calendar {
    const { 'holiday-years': years, 'working-hours': hours, 'roll-forward': rollsForward } = this.policies;
    return makeCalendar({
      edition,
      years: years.complete,
      days: Object.fromEntries(holidays.map(({ date, kind }) => [date, kind])),
      hours: readPeriods(hours.periods),
      ownHours: Object.fromEntries(holidays.map(({ date, hours: own }) => [date, own === null ? undefined : readPeriods(own)])),
      rollsForward: rollsForward === 1,
    });
  }
}

/** @param place 0 for the lead, then the co-handlers */
function whyRetired({ code, successorOrganisation }: Organisation, place: number): DomainError | undefined {
  if (successorOrganisation === null) return undefined;
  const pointer = place === 0 ? '/leadOrganisation' : `/coOrganisations/${place - 1}`;
  return refuse('organisation.retired', { code, successor: successorOrganisation }, pointer);
}
