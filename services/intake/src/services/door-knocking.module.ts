import { KnockController } from './knock/knock.controller.js';
import { KnockEntity } from './knock/knock.entity.js';
import { KnockService } from './knock/knock.service.js';
import { KnockNeedController } from './knock-need/knock-need.controller.js';
import { KnockNeedEntity, KnockNeedHistoryEntity } from './knock-need/knock-need.entity.js';
import { KnockNeedService } from './knock-need/knock-need.service.js';
import { KnockNeedClock } from './knock-need/knock-need-clock.service.js';
import { RoundController } from './round/round.controller.js';
import { RoundEntity, RoundHistoryEntity } from './round/round.entity.js';
import { RoundService } from './round/round.service.js';
import { RoundClock } from './round/round-clock.service.js';
import { RoundTargetController } from './round-target/round-target.controller.js';
import { RoundTargetEntity } from './round-target/round-target.entity.js';
import { RoundTargetService } from './round-target/round-target.service.js';

/** What door-knocking adds to the service. */
export const DOOR_KNOCKING_ENTITIES = [
  RoundEntity,
  RoundHistoryEntity,
  RoundTargetEntity,
  KnockEntity,
  KnockNeedEntity,
  KnockNeedHistoryEntity,
];
export const DOOR_KNOCKING_CONTROLLERS = [RoundController, RoundTargetController, KnockController, KnockNeedController];
export const DOOR_KNOCKING_PROVIDERS = [RoundService, RoundClock, RoundTargetService, KnockService, KnockNeedService, KnockNeedClock];
