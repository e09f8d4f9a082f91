import { type Calendar, type CalendarWarning, type Due, dueAt } from '@zero-distance/calendar';
import type { EventData, HazardSeverity, Urgency } from '@zero-distance/contracts';
import { type Actor, ok, type Result, type StepOf, stepOf, type Told } from '@zero-distance/kernel';
import type { Finding, Settlement, Sighting } from './finding.js';
import { HAZARD_TRANSITIONS, type HazardAction, type HazardEventType, type HazardState } from './hazard.transitions.js';

/** 隐患: what a failed checklist item became. The visit that found it made it; later ones confirm it while it is open. */
export interface Hazard {
  readonly id: string;
  readonly version: number;
  readonly state: HazardState;
  /** Null of one that was brought along: its visit was not. */
  readonly visitId: string | null;
  /** Its number in the time before, of one that was brought along. */
  readonly pastReference: string | null;
  readonly premisesId: string;
  readonly premisesCode: string;
  readonly areaCode: string;
  readonly itemCode: string;
  readonly severity: HazardSeverity;
  /** What its work order would be routed by, and how urgent that would be. */
  readonly categoryCode: string;
  readonly urgency: Urgency;
  /** The inspector's own words: never in events or logs. */
  readonly note: string | null;
  /** The end of the rectification notice, when there was one. */
  readonly rectifyBy: Date | null;
  /** True from the transfer on, unless the work order is terminated: dispatch sees to the rectification. */
  readonly withWorkOrder: boolean;
  /** The work order, once dispatch has told of it. */
  readonly workOrderId: string | null;
  /** As the checklist of the visit had it. */
  readonly recheckWorkingDays: number;
  readonly recheckDueAt: Date | null;
  /** By when it is to be transferred: set while it is failed or transferred without a work order that sees to it. */
  readonly transferDueAt: Date | null;
  /** What counting the recheck time had to assume. */
  readonly warnings: readonly CalendarWarning[];
  readonly foundAt: Date;
  /** When one of the time before was settled; null of all others, whose history says it. */
  readonly settledAt: Date | null;
  /** One of its item of its premises at a time, while it is open: what visits confirm. */
  readonly confirmable: boolean;
}

/** One action done to a hazard. */
export type HazardStep = StepOf<Hazard, typeof HAZARD_TRANSITIONS>;

/** The first action of a hazard, by what the team did about it. */
export const ACTION_OF: Record<Settlement, HazardAction> = { 'on-the-spot': 'correct', notice: 'order', transfer: 'transfer' };

/** A hazard as it is found, before anything was done about it. */
export function findHazard(id: string, visit: Sighting, recheckWorkingDays: number, finding: Finding): Hazard {
  const { item, severity } = finding;
  return {
    id,
    version: 1,
    state: 'found',
    visitId: visit.id,
    pastReference: null,
    premisesId: visit.premisesId,
    premisesCode: visit.premisesCode,
    areaCode: visit.areaCode,
    itemCode: item.code,
    severity,
    categoryCode: item.categoryCode,
    urgency: urgencyOf(severity, item.urgency),
    note: finding.note,
    rectifyBy: finding.rectifyBy,
    withWorkOrder: false,
    workOrderId: null,
    recheckWorkingDays,
    recheckDueAt: null,
    transferDueAt: null,
    warnings: [],
    foundAt: visit.visitedAt,
    settledAt: null,
    confirmable: true,
  };
}

/** A suspected major hazard is urgent whatever its item is otherwise. */
const urgencyOf = (severity: HazardSeverity, ofItem: Urgency): Urgency => (severity === 'suspected-major' ? 'life-safety' : ofItem);

/** What is known of a hazard of the time before. */
type Past = Pick<
  Hazard,
  | 'id'
  | 'state'
  | 'premisesId'
  | 'premisesCode'
  | 'areaCode'
  | 'itemCode'
  | 'severity'
  | 'categoryCode'
  | 'foundAt'
  | 'settledAt'
  | 'pastReference'
>;

/** A hazard of the time before, settled, without the words of who found it. */
export const pastHazard = (past: Past): Hazard => ({
  ...{ version: 1, visitId: null, urgency: urgencyOf(past.severity, 'normal'), note: null, rectifyBy: null, withWorkOrder: false },
  ...{ workOrderId: null, recheckWorkingDays: 0, recheckDueAt: null, transferDueAt: null, warnings: [], confirmable: false },
  ...past,
});

/** The open hazards of premises, by checklist item. */
export type OpenHazards = ReadonlyMap<string, Hazard>;

/** An open hazard that a visit saw again, and the step that this is for it, if it is one. */
export interface Confirmation {
  readonly hazard: Hazard;
  readonly step: HazardStep | undefined;
}

/**
 * A visit saw an open hazard again. It is the same hazard, and no notice starts again; but what the team did about it moves it on where the
 * table allows: put right on the spot it waits for its recheck, one reported rectified has failed it, and it can be transferred.
 */
export function confirmHazard(hazard: Hazard, { settled, severity }: Finding, context: DecisionContext): Confirmation {
  const action = CONFIRMING[settled][hazard.state];
  const worse = severity === 'suspected-major' && settled === 'transfer' ? ({ severity, urgency: 'life-safety' } as const) : {};
  const step = action && transition({ ...hazard, ...worse }, action, context);
  if (!step?.ok) return { hazard, step: undefined }; // a work order has it already
  return { hazard, step: { ...step.value, before: hazard, changes: { ...worse, ...step.value.changes } } };
}

const CONFIRMING: Record<Settlement, Partial<Record<HazardState, HazardAction>>> = {
  'on-the-spot': { ordered: 'report-rectified' },
  notice: { rectified: 'fail-recheck' },
  transfer: { ordered: 'transfer', failed: 'transfer', transferred: 'transfer', rectified: 'fail-recheck' },
};

/** Who does something, when, and by which calendar and policy its limits are counted. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly calendar: Calendar;
  /** Policy `transfer-limit`. */
  readonly transferDays: number;
}

/** Takes `action`, if the table allows it to this actor now. */
export function transition(hazard: Hazard, action: HazardAction, context: DecisionContext): Result<HazardStep> {
  const row = HAZARD_TRANSITIONS.decide(hazard.state, action, context.actor, hazard);
  return row.ok ? ok(stepOf(row.value, hazard, context.actor, effectOf(hazard, row.value.to, context))) : row;
}

function effectOf(hazard: Hazard, to: HazardState, context: DecisionContext): Partial<Hazard> {
  if (to === 'transferred') return { withWorkOrder: true, workOrderId: null, transferDueAt: null };
  if (to === 'failed') return { transferDueAt: hazard.withWorkOrder ? null : transferDue(context) }; // dispatch reworks the order that it has
  if (to !== 'rectified') return {};
  const due = recheckDue(context.now, hazard.recheckWorkingDays, context.calendar);
  return { recheckDueAt: due.at, warnings: due.warnings };
}

/** 移交期限: by when a hazard that nobody sees to any more is to be transferred. */
const transferDue = ({ now, transferDays, calendar }: DecisionContext): Date =>
  dueAt(now, { amount: transferDays, unit: 'natural_day' }, calendar).at;

/** What the end of its work order without result changes of a hazard. The state stays; where nothing else is due it is to be transferred again. */
export const released = ({ state }: Hazard, context: DecisionContext): Pick<Hazard, 'withWorkOrder' | 'transferDueAt'> => ({
  withWorkOrder: false,
  transferDueAt: state === 'failed' || state === 'transferred' ? transferDue(context) : null,
});

/** When what is next of it is due. Nothing is while a work order sees to it, which has due times of its own, nor at the end. */
function dueOf({ state, rectifyBy, recheckDueAt, withWorkOrder, transferDueAt }: Hazard): Date | null {
  if (state === 'ordered') return rectifyBy;
  if (state === 'rectified') return recheckDueAt;
  return typeof HAZARD_TRANSITIONS.clocks[state] === 'string' || withWorkOrder ? null : transferDueAt; // momentary or final
}

/** True when the time of what is to be done next has passed. */
export function isOverdue(hazard: Hazard, now: Date): boolean {
  const due = dueOf(hazard);
  return due !== null && due <= now;
}

/** 复查期限: by when a hazard that was reported rectified is to be rechecked. */
export const recheckDue = (rectifiedAt: Date, workingDays: number, calendar: Calendar): Due =>
  dueAt(rectifiedAt, { amount: workingDays, unit: 'working_day' }, calendar);

const brief = ({ id, premisesId, areaCode, itemCode, severity }: Hazard, { at, fileIds }: Told<Hazard>) => ({
  hazardId: id,
  premisesId,
  areaCode,
  itemCode,
  severity,
  at: at.toISOString(),
  ...(fileIds && { fileIds: [...fileIds] }),
});

/** The data of each event of a hazard, from the hazard after the step. */
export const HAZARD_EVENTS: { readonly [E in HazardEventType]: (hazard: Hazard, told: Told<Hazard>) => EventData<E> } = {
  'inspection.hazard.found.v1': brief,
  'inspection.hazard.imported.v1': (hazard, told) => ({
    ...brief(hazard, told),
    foundAt: hazard.foundAt.toISOString(),
    settledAt: timeOf(hazard.settledAt),
  }),
  'inspection.hazard.corrected.v1': brief,
  'inspection.hazard.ordered.v1': (hazard, told) => ({ ...brief(hazard, told), rectifyBy: timeOf(hazard.rectifyBy) }),
  'inspection.hazard.transferred.v1': (hazard, told) => {
    const { categoryCode, urgency } = hazard;
    return { ...brief(hazard, told), categoryCode, urgency };
  },
  'inspection.hazard.rectified.v1': (hazard, told) => ({ ...brief(hazard, told), recheckDueAt: timeOf(hazard.recheckDueAt) }),
  'inspection.hazard.closed.v1': brief,
  'inspection.hazard.failed.v1': brief,
};

const timeOf = (time: Date | null): string => {
  if (!time) throw new Error('a hazard without the time its event tells of');
  return time.toISOString();
};
