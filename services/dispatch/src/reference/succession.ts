import type { Organisation } from './organisation.js';

/** 承接: who does the work of organisations that are no more, over as many steps as there were. No circle can be: a successor is in being when it takes over. */
export class Succession {
  private readonly byCode: ReadonlyMap<string, Organisation>;
  private readonly doing = new Map<string, string[]>();
  /** Ids of those that are no more. */
  readonly retired: readonly string[];

  /** With each of them, every id that bars its successor from a matter which names it: the successor's own, and of all whose work that does. */
  readonly barring: readonly (readonly [retired: string, barring: string])[];

  constructor(organisations: readonly Organisation[]) {
    this.byCode = new Map(organisations.map((one) => [one.code, one]));
    const retired = organisations.filter(({ successorOrganisation }) => successorOrganisation !== null);
    this.retired = retired.map(({ id }) => id);
    for (const one of retired) {
      const { id } = this.inBeing(one);
      this.doing.set(id, [...(this.doing.get(id) ?? []), one.id]);
    }
    this.barring = retired.flatMap((one) => this.doneBy(this.inBeing(one).id).map((id) => [one.id, id] as const));
  }

  /** Who does the work of an organisation now: itself while it is in being. */
  inBeing(organisation: Organisation): Organisation {
    let found = organisation;
    for (let steps = this.byCode.size; found.successorOrganisation !== null && steps > 0; steps--)
      found = this.byCode.get(found.successorOrganisation) ?? found;
    return found;
  }

  /** Ids of the organisations whose work this one, which is in being, does: its own, and of those that are no more. */
  doneBy(id: string): readonly string[] {
    return [id, ...(this.doing.get(id) ?? [])];
  }
}
