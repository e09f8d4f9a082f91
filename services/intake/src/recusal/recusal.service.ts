import { Injectable } from '@nestjs/common';
import { Organisations } from '@zero-distance/platform';
import { refuse } from '../errors.js';

/** 回避: whom the informer names as complained about, or wants kept from the matter. Organisations by code. */
export interface Recusals {
  readonly complainedAbout?: readonly string[];
  readonly recusedOrganisations?: readonly string[];
  readonly recusedAccounts?: readonly string[];
}

/** Whom a matter is hidden from, by id; null for nobody. */
export interface Bars {
  readonly barredOrganisationIds: string[] | null;
  readonly barredAccountIds: string[] | null;
}

/** Who may neither see nor be given a request. */
@Injectable()
export class RecusalService {
  constructor(private readonly organisations: Organisations) {}

  /** Throws 422 naming the code of an organisation that is not registered. */
  async barsOf({ complainedAbout = [], recusedOrganisations = [], recusedAccounts = [] }: Recusals): Promise<Bars> {
    const ids = await Promise.all([
      ...complainedAbout.map((code, i) => this.need(code, `/complainedAbout/${i}`)),
      ...recusedOrganisations.map((code, i) => this.need(code, `/recusedOrganisations/${i}`)),
    ]);
    return { barredOrganisationIds: noneIsNull([...new Set(ids)]), barredAccountIds: noneIsNull([...recusedAccounts]) };
  }

  private async need(code: string, pointer: string): Promise<string> {
    const found = await this.organisations.find(code);
    if (!found) throw refuse('organisation.unknown', { code }, pointer);
    return found.id;
  }
}

const noneIsNull = (ids: string[]): string[] | null => (ids.length > 0 ? ids : null);
