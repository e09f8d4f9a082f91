import { Injectable } from '@nestjs/common';
import { Transactor } from '@zero-distance/persistence';
import { InUse } from '../in-use.service.js';
import { refuseArea } from './area.errors.js';
import { type RetiredArea, retiredAreas } from './area.store.js';

/** In which areas something is taken in from now on. */
@Injectable()
export class AreasInUse extends InUse<RetiredArea> {
  constructor(transactor: Transactor) {
    super(transactor, retiredAreas);
  }

  /** @throws 422 for an area that is retired, naming the one that it went into */
  need(code: string, pointer = '/areaCode'): void {
    const successor = this.successorOf(code);
    if (successor !== null) throw refuseArea('area.retired', { code, successor }, pointer);
  }

  /** The areas that are no more. */
  retired(): string[] {
    return this.exceptions();
  }

  /** 接续区划: where a matter of this area lies now; null where the area is there yet. */
  successorOf(code: string): string | null {
    const retired = this.find(code);
    return retired ? this.lastSuccessor(retired.successor) : null;
  }
}
