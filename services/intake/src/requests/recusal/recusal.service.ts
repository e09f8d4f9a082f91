import { Injectable } from '@nestjs/common';
import { Organisations } from '@zero-distance/platform';
import type { RecusalInput } from './recusal.dto.js';

/** Whom a matter is hidden from, by id; null for nobody. */
export interface Recused {
  readonly barredOrganisationIds: string[] | null;
  readonly barredAccountIds: string[] | null;
}

/** Who may neither see nor be given a request. */
@Injectable()
export class RecusalService {
  constructor(private readonly organisations: Organisations) {}

  /** The organisations are known: the input was looked up in the register before. */
  async recusedOf({ complainedAbout = [], recusedOrganisations = [], recusedAccounts = [] }: RecusalInput): Promise<Recused> {
    const ids = await Promise.all([...[...complainedAbout, ...recusedOrganisations].map((code) => this.idOf(code))]);
    return { barredOrganisationIds: noneIsNull([...new Set(ids)]), barredAccountIds: noneIsNull([...recusedAccounts]) };
  }

  private async idOf(code: string): Promise<string> {
    const found = await this.organisations.find(code);
    if (!found) throw new Error(`the organisation ${code} was in the register a moment ago`);
    return found.id;
  }
}

const noneIsNull = (ids: string[]): string[] | null => (ids.length > 0 ? ids : null);
