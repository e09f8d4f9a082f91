import type { EventType } from '@zero-distance/contracts';
import { defineMachine, RESIDENT_KEEPERS, type StateOf, type StepOf, SYSTEM, stepOf, unwrap } from '@zero-distance/kernel';

/**
 * registered 在册, left 已离开 (moved away or dead), merged 已并入 another file of the same person, erased 已清除. A file that nobody has made sure of for
 * `resident-years`, and one of somebody who left `resident-left-days` ago, is erased; so is one whose person
 * withdraws their consent, with what was merged into it.
 */
export const RESIDENT_TRANSITIONS = defineMachine()(
  'intake.resident',
  [
    { action: 'correct', from: ['registered'], to: 'registered', by: RESIDENT_KEEPERS, event: 'intake.resident.corrected.v1' },
    { action: 'confirm', from: ['registered'], to: 'registered', by: RESIDENT_KEEPERS, event: 'intake.resident.confirmed.v1' },
    { action: 'join-group', from: ['registered'], to: 'registered', by: RESIDENT_KEEPERS, event: 'intake.resident.joined-group.v1' },
    { action: 'leave-group', from: ['registered'], to: 'registered', by: RESIDENT_KEEPERS, event: 'intake.resident.left-group.v1' },
    { action: 'leave', from: ['registered'], to: 'left', by: RESIDENT_KEEPERS, event: 'intake.resident.left.v1' },
    { action: 'return', from: ['left'], to: 'registered', by: RESIDENT_KEEPERS, event: 'intake.resident.returned.v1' },
    { action: 'merge', from: ['registered'], to: 'merged', by: RESIDENT_KEEPERS, event: 'intake.resident.merged.v1' },
    { action: 'split-off', from: ['merged'], to: 'registered', by: RESIDENT_KEEPERS, event: 'intake.resident.split-off.v1' },
    {
      action: 'withdraw-consent',
      from: ['registered', 'left'],
      to: 'erased',
      by: [...RESIDENT_KEEPERS, 'system'], // system: where all of a person is erased
      event: 'intake.resident.consent-withdrawn.v1',
    },
    { action: 'withdraw-with-main', from: ['merged'], to: 'erased', by: ['system'], event: 'intake.resident.consent-withdrawn.v1' },
    { action: 'expire', from: ['registered', 'left', 'merged'], to: 'erased', by: ['system'], event: 'intake.resident.expired.v1' },
  ],
  { registered: { field: 'nextAt' }, left: { field: 'nextAt' }, merged: { field: 'nextAt' }, erased: 'final' },
);

export const RESIDENT_STATES = RESIDENT_TRANSITIONS.states;
export type ResidentState = StateOf<typeof RESIDENT_TRANSITIONS>;
/** The events that tell of a resident, its beginning included. */
export type ResidentEventType = Extract<EventType, `intake.resident.${string}`>;

/** What becomes of a file whose consent is withdrawn, and of one that was merged into it, whoever said so. */
export const stepBySystem = <R extends { readonly state: ResidentState; readonly version: number }>(
  file: R,
  action: 'withdraw-consent' | 'withdraw-with-main',
): StepOf<R, typeof RESIDENT_TRANSITIONS> =>
  stepOf(unwrap(RESIDENT_TRANSITIONS.decide(file.state, action, SYSTEM, file)), file, SYSTEM, {});
