import { RoundController } from './round/round.controller.js';
import { RoundEntity, RoundHistoryEntity } from './round/round.entity.js';
import { RoundService } from './round/round.service.js';
import { RoundClock } from './round/round-clock.service.js';
import { RoundTargetController } from './round-target/round-target.controller.js';
import { RoundTargetEntity } from './round-target/round-target.entity.js';
import { RoundTargetService } from './round-target/round-target.service.js';

/** What door-knocking adds to the service. */
export const DOOR_KNOCKING_ENTITIES = [RoundEntity, RoundHistoryEntity, RoundTargetEntity];
export const DOOR_KNOCKING_CONTROLLERS = [RoundController, RoundTargetController];
export const DOOR_KNOCKING_PROVIDERS = [RoundService, RoundClock, RoundTargetService];
