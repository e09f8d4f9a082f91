import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/messaging';
import { AreaEntity } from '../area/area.entity.js';
import { CategoryEntity } from '../category/category.entity.js';
import { refuse } from '../errors.js';

/**
 * Knows which codes exist. A code once registered is never taken away, so one that was found is remembered;
 * one that was not is asked for again each time.
 */
@Injectable()
export class CodeBook {
  private readonly areas = new Set<string>();
  private readonly categories = new Set<string>();

  constructor(private readonly transactor: Transactor) {}

  /** Throws 422 naming `/areaCode`. */
  async needArea(code: string): Promise<void> {
    if (this.areas.has(code)) return;
    if (!(await this.transactor.read(SYSTEM, (tx) => tx.findOne(AreaEntity, { code }))))
      throw refuse('area.unknown', { code }, '/areaCode');
    this.areas.add(code);
  }

  /** Throws 422 naming `/categoryCode`. */
  async needCategory(code: string): Promise<void> {
    if (this.categories.has(code)) return;
    if (!(await this.transactor.read(SYSTEM, (tx) => tx.findOne(CategoryEntity, { code })))) {
      throw refuse('category.unknown', { code }, '/categoryCode');
    }
    this.categories.add(code);
  }
}
