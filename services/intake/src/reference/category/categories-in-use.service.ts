import { Injectable } from '@nestjs/common';
import type { EmergencyNumber } from '@zero-distance/contracts';
import { Transactor } from '@zero-distance/persistence';
import { InUse } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { type ExceptionalCategory, exceptions } from './category.store.js';

/** Under which categories something is filed from now on. */
@Injectable()
export class CategoriesInUse extends InUse<ExceptionalCategory> {
  constructor(transactor: Transactor) {
    super(transactor, exceptions);
  }

  /**
   * The category that a request is filed under from now on. Its emergency number is null where it is no emergency.
   * @throws 422 for one that is retired, naming its successor
   */
  need(code: string, pointer = '/categoryCode'): { readonly emergencyNumber: EmergencyNumber | null } {
    const { successor = null, emergencyNumber = null } = this.find(code) ?? {};
    if (successor !== null) throw refuse('category.retired', { code, successor: this.lastSuccessor(successor) }, pointer);
    return { emergencyNumber };
  }
}
