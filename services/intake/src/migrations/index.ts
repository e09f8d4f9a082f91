import { EventPathMigration } from '@zero-distance/messaging';
import { Intake1700000001000 } from './1700000001000-intake.js';

/** In the order they run. */
export const migrations = [EventPathMigration, Intake1700000001000];
