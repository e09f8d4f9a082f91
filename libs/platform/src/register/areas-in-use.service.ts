import type { Service } from '@zero-distance/contracts';
import { type DomainError, defineErrors, registerErrors } from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';
import { InUse } from './in-use.service.js';
import { type RetiredArea, retiredAreas } from './retired-area.store.js';

/** In which areas something is taken in from now on. The input pipe asks for whatever a body names; a use case only for what it takes from elsewhere. */
export class AreasInUse extends InUse<RetiredArea> {
  private readonly refuse;

  constructor(service: Service, transactor: Transactor) {
    super(transactor, retiredAreas);
    this.refuse = defineErrors(service, {}, registerErrors(service));
  }

  /** @throws 422 for an area that is retired, naming the one that it went into */
  need(code: string, pointer = '/areaCode'): void {
    const refusal = this.refusalOf(code, pointer);
    if (refusal) throw refusal;
  }

  refusalOf(code: string, pointer: string): DomainError | undefined {
    const successor = this.successorOf(code);
    return successor === null ? undefined : this.refuse('area.retired', { code, successor }, pointer);
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

  /** Where something new lies that takes its area from what lies there since before: the area itself, or the one that it went into. */
  goesOnIn(code: string): string {
    return this.successorOf(code) ?? code;
  }
}
