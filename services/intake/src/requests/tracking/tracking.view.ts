import type { Appointment } from '../appointment/appointment.js';
import type { Pictures } from '../order-picture/order-picture.js';
import type { Promised } from './promised.js';
import type { TrackedAppointmentDto, TrackedDto } from './tracking.dto.js';
import { isAnswered, stepOf, type Tracked } from './tracking.js';

/** What is read besides. */
interface Known {
  readonly pictures: Pictures;
  readonly appointment: Appointment | null;
  readonly promised: Promised;
}

/** How far it is: a report is what became of it, once it is a request. */
export function toTrackedDto(
  { number, receivedAt, request, refusal, cameBack }: Tracked,
  { pictures, appointment, promised }: Known,
): TrackedDto {
  const nothing = { appointment: null, dueAt: null, resumesOn: null };
  const known = { number, receivedAt: receivedAt.toISOString(), ...pictures, ...nothing };
  if (refusal) return { ...known, step: 'finished', repliedAt: refusal.at.toISOString(), publicAnswer: refusal.publicAnswer };
  if (!request) return { ...known, step: cameBack ? 'verified-again' : 'being-verified', repliedAt: null, publicAnswer: null };
  const answered = isAnswered(request.state);
  const step = promised.isPutOff ? 'put-off' : stepOf(request.state);
  return {
    ...known,
    step,
    appointment: step === 'being-handled' ? toAppointmentDto(appointment) : null,
    dueAt: promised.dueAt?.toISOString() ?? null,
    resumesOn: promised.resumesOn,
    repliedAt: answered ? (request.repliedAt?.toISOString() ?? null) : null,
    publicAnswer: answered ? request.publicAnswer : null,
  };
}

const toAppointmentDto = (appointment: Appointment | null): TrackedAppointmentDto | null =>
  appointment && { from: appointment.from.toISOString(), until: appointment.until.toISOString(), missed: appointment.isMissed };
