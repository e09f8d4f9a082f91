import type { Appointment } from '../appointment/appointment.js';
import type { Pictures } from '../order-picture/order-picture.js';
import type { TrackedAppointmentDto, TrackedDto } from './tracking.dto.js';
import { isAnswered, stepOf, type Tracked } from './tracking.js';

/** How far it is: a report is what became of it, once it is a request. */
export function toTrackedDto(
  { number, receivedAt, request, refusal }: Tracked,
  pictures: Pictures,
  appointment: Appointment | null,
): TrackedDto {
  const known = { number, receivedAt: receivedAt.toISOString(), ...pictures, appointment: null };
  if (refusal) return { ...known, step: 'finished', repliedAt: refusal.at.toISOString(), publicAnswer: refusal.publicAnswer };
  if (!request) return { ...known, step: 'being-verified', repliedAt: null, publicAnswer: null };
  const answered = isAnswered(request.state);
  return {
    ...known,
    step: stepOf(request.state),
    appointment: stepOf(request.state) === 'being-handled' ? toAppointmentDto(appointment) : null,
    repliedAt: answered ? (request.repliedAt?.toISOString() ?? null) : null,
    publicAnswer: answered ? request.publicAnswer : null,
  };
}

const toAppointmentDto = (appointment: Appointment | null): TrackedAppointmentDto | null =>
  appointment && { from: appointment.from.toISOString(), until: appointment.until.toISOString() };
