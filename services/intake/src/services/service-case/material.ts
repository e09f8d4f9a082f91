import { ERASED_TEXT } from '@zero-distance/contracts';

/** 材料状态: present 已收, waived 免交, missing 缺少. */
export const MATERIAL_STATES = ['present', 'waived', 'missing'] as const;
export type MaterialState = (typeof MATERIAL_STATES)[number];

/** 材料: a paper that the case needs. */
export interface Material {
  readonly name: string;
  readonly state: MaterialState;
  /** 免交理由; null of every other. */
  readonly reason: string | null;
  /** 一次告知之后追加: it was not told in the beginning. */
  readonly askedLater: boolean;
  /** When it was told to be missing; null of what was there at once, or on the same day. */
  readonly toldAt: string | null;
}

/** What somebody says of a material. */
export interface SaidOfMaterial {
  readonly name: string;
  readonly state: Exclude<MaterialState, 'missing'>;
  readonly reason: string | null;
}

/** What was wrong with what was said, and of which. */
interface Fault {
  readonly fault: 'unknown' | 'not_missing' | 'reason';
  readonly place: number;
}

/** 一次告知: of what the item asks for, what is not there is told now, all in one go. */
export const toldAtOnce = (names: readonly string[], now: Date): Material[] =>
  names.map((name) => ({ name, state: 'missing', reason: null, askedLater: false, toldAt: now.toISOString() }));

/** 追加: what was not told in the beginning, or was taken and proves wrong, marked so. */
export function askedLater(materials: readonly Material[], names: readonly string[], now: Date): Material[] {
  const asked = (name: string): Material => ({ name, state: 'missing', reason: null, askedLater: true, toldAt: now.toISOString() });
  const known = new Set(materials.map(({ name }) => name));
  return [
    ...materials.map((material) => (names.includes(material.name) ? asked(material.name) : material)),
    ...names.filter((name) => !known.has(name)).map(asked),
  ];
}

/** The first thing that is wrong with what was said of materials. */
export function faultOf(materials: readonly Material[], said: readonly SaidOfMaterial[]): Fault | undefined {
  for (const [place, { name, state, reason }] of said.entries()) {
    const found = materials.find((material) => material.name === name);
    if (!found) return { fault: 'unknown', place };
    const isTwice = said.slice(0, place).some((before) => before.name === name);
    if (found.state !== 'missing' || isTwice) return { fault: 'not_missing', place };
    if ((state === 'waived') !== (reason !== null)) return { fault: 'reason', place };
  }
  return undefined;
}

/** 补齐: what was brought or waived is missing no more. On the day that they came, nobody had to come again for what was told in the beginning. */
export const settled = (materials: readonly Material[], said: readonly SaidOfMaterial[], isSameDay: boolean): Material[] =>
  materials.map((material) => {
    const now = said.find(({ name }) => name === material.name);
    if (!now) return material;
    return { ...material, state: now.state, reason: now.reason, toldAt: isSameDay && !material.askedLater ? null : material.toldAt };
  });

/** 缺少: by name. */
export const missingOf = (materials: readonly Material[]): string[] =>
  materials.filter(({ state }) => state === 'missing').map(({ name }) => name);

/** How many were asked for after the beginning. */
export const askedLaterOf = (materials: readonly Material[]): number => materials.filter((material) => material.askedLater).length;

/** What is left of them with the words that staff wrote gone: they may say whose they were. What figures count stays. */
export const withoutWords = (materials: readonly Material[]): Material[] =>
  materials.map((material) => ({ ...material, reason: null, ...(material.askedLater && { name: ERASED_TEXT }) }));
