import { Injectable } from '@nestjs/common';
import { config } from '../config.js';
import { BlindIndex, KeyRing } from './key-ring.js';

/** The keys of this process. */
@Injectable()
export class PersonalData {
  readonly ring = new KeyRing(config.PERSONAL_DATA_KEYS);
  readonly index = new BlindIndex(config.BLIND_INDEX_KEY);
}
