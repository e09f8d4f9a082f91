import type { Service } from '@zero-distance/contracts';
import { REGISTERS, type Register, SYSTEM } from '@zero-distance/kernel';
import type { ReadTx, Transactor } from '@zero-distance/persistence';

/** The registers of which a service keeps the names: its own, and read copies of others'. */
const KEPT: Readonly<Record<Service, readonly Register[]>> = {
  intake: REGISTERS,
  dispatch: REGISTERS,
  'case-mediation': REGISTERS,
  inspection: REGISTERS,
  evaluation: ['area', 'organisation'],
  gateway: ['organisation'],
};

const NAMES: Readonly<Record<Register, string>> = {
  area: 'select code, name from area where code = any($1::text[])',
  category: 'select code, name from category where code = any($1::text[])',
  organisation: 'select code, name from organisation where code = any($1::text[])',
};

/** What one code is called; the code itself where nobody knows. For paper: whoever reads it has no register at hand. Only of registers that the service keeps. */
export async function nameInRegister(tx: ReadTx, register: Register, code: string): Promise<string> {
  const [found] = await tx.query<{ name: string | null }>(NAMES[register], [[code]]);
  return found?.name ?? code;
}

/** What codes are called. Nothing for one that was heard of before names were kept. */
export class RegisterNames {
  private readonly known = new Map<string, string | null>();

  constructor(
    private readonly service: Service,
    private readonly transactor: Transactor,
  ) {}

  nameOf(register: Register, code: unknown): string | undefined {
    return this.known.get(`${register} ${code}`) ?? undefined;
  }

  /** Looks up what was not looked up yet. */
  async learn(register: Register, codes: Iterable<unknown>): Promise<void> {
    if (!KEPT[this.service].includes(register)) return;
    const unseen = [...new Set(codes)].filter((code) => typeof code === 'string' && !this.known.has(`${register} ${code}`));
    if (unseen.length === 0) return;
    const found = await this.transactor.read(SYSTEM, (tx) => tx.query<{ code: string; name: string | null }>(NAMES[register], [unseen]));
    for (const code of unseen) this.known.set(`${register} ${code}`, null);
    for (const { code, name } of found) this.known.set(`${register} ${code}`, name);
  }
}
