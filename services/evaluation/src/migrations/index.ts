import { EventPathMigration, ServiceLocksMigration } from '@zero-distance/messaging';
import { Callback1700000001000 } from './1700000001000-callback.js';
import { Fact1700000002000 } from './1700000002000-fact.js';
import { Figure1700000003000 } from './1700000003000-figure.js';
import { PublishedFigure1700000004000 } from './1700000004000-published-figure.js';
import { Reach1764300000000 } from './1764300000000-reach.js';
import { AttemptInterval1764300001000 } from './1764300001000-attempt-interval.js';

/** The schema of evaluation, oldest first. */
export const migrations = [
  EventPathMigration,
  Callback1700000001000,
  Fact1700000002000,
  Figure1700000003000,
  PublishedFigure1700000004000,
  Reach1764300000000,
  ServiceLocksMigration,
  AttemptInterval1764300001000,
];
