import { Injectable } from '@nestjs/common';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { config } from '../config.js';

/** The keys of this process. */
@Injectable()
export class PersonalData {
  readonly ring = new KeyRing(config.PERSONAL_DATA_KEYS);
  /** For what rides in events: the services that work on a matter have it too. */
  readonly shared = new KeyRing(config.MATTER_TEXT_KEYS);
  readonly index = new BlindIndex(config.BLIND_INDEX_KEY);
}
