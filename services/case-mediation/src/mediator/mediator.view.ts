import type { MediatorDto } from './mediator.dto.js';
import type { Mediator } from './mediator.js';

/** A mediator as the API answers it. */
export const toMediatorDto = (mediator: Mediator): MediatorDto => ({
  ...mediator,
  registeredAt: mediator.registeredAt.toISOString(),
  retiredAt: mediator.retiredAt?.toISOString() ?? null,
});
