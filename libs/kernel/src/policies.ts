import { defineErrors, type ErrorCatalogue } from './domain-error.js';
import type { Register } from './registers.js';
import { err, ok, type Result } from './result.js';

/** Why a value does not fit its policy. */
export interface PolicyFault {
  readonly zh: string;
  readonly en: string;
  /** Where in the value, as the rest of a JSON pointer: `/normal`. The value itself unless told. */
  readonly at?: string;
}

/** 政策参数: one limit, threshold or weight that an administrator may change. */
export interface PolicyDefinition<V> {
  /** Its meaning, for the API's documentation. */
  readonly zh: string;
  readonly en: string;
  /** What holds until an administrator sets something else. */
  readonly preset: V;
  /** Why a value may not be set; nothing when it may. */
  readonly fault: (value: unknown) => PolicyFault | undefined;
  /** The register that has the codes, or of categories their first digits, which are the keys of the value. */
  readonly keysOf?: Register;
}

/** One version of a policy as it was set; version 0 is the preset. */
export interface PolicyVersion {
  readonly name: string;
  readonly version: number;
  readonly value: unknown;
  readonly reason: string | null;
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** The policies of a service. `V` has the type of each value under the policy's name. */
export interface PolicyCatalogue<V> {
  readonly service: string;
  /** By name, in the order they are listed; the first one is the example in the API's documentation. */
  readonly definitions: ReadonlyMap<string, PolicyDefinition<unknown>>;
  readonly presets: V;
  readonly refuse: ErrorCatalogue<keyof typeof POLICY_ERRORS>;
  /** The value, if there is a policy of this name and it fits; else why not. */
  check(name: string, value: unknown): Result<unknown>;
  /** What holds, given the latest version of each policy that was ever set. */
  valuesOf(set: readonly Pick<PolicyVersion, 'name' | 'value'>[]): V;
  /** The current value of every policy, given the same. */
  versionsOf(set: readonly PolicyVersion[]): PolicyVersion[];
}

const POLICY_ERRORS = {
  'policy.unknown': {
    status: 404,
    zh: '没有名为“{name}”的政策参数；可用：{names}。',
    en: 'There is no policy "{name}"; there are: {names}.',
  },
  'policy.invalid': { status: 422, zh: '政策参数值不符合要求：{zh}。', en: 'The value does not fit the policy: {en}.' },
  'policy.changed_meanwhile': {
    status: 409,
    zh: '该政策参数刚被他人修改，请重新读取后再提交。',
    en: 'Somebody else changed this policy at the same moment: read it again and retry.',
  },
} as const;

/** Builds a service's policies from their definitions. A policy is changed in versions (libs/platform): what was decided under one stays. */
export function definePolicies<V extends object>(
  service: string,
  table: { readonly [N in keyof V]: PolicyDefinition<V[N]> },
): PolicyCatalogue<V> {
  const fault = { zh: '须为 1–30 的整数', en: 'it must be a whole number from 1 to 30' };
  const refuse = defineErrors(service, { name: 'no-such-policy', names: Object.keys(table).join(', '), ...fault }, POLICY_ERRORS);
  const definitions = new Map(Object.entries<PolicyDefinition<unknown>>(table));
  const presets = Object.fromEntries([...definitions].map(([name, { preset }]) => [name, preset])) as V;

  function check(name: string, value: unknown): Result<unknown> {
    const definition = definitions.get(name);
    if (!definition) return err(refuse('policy.unknown', { name, names: [...definitions.keys()].join(', ') }));
    const fault = definition.fault(value);
    if (fault) return err(refuse('policy.invalid', { zh: fault.zh, en: fault.en }, `/value${fault.at ?? ''}`));
    return ok(value);
  }

  return {
    service,
    definitions,
    presets,
    refuse,
    check,
    valuesOf: (set) => ({ ...presets, ...Object.fromEntries(set.map(({ name, value }) => [name, value])) }),
    versionsOf: (set) => [...definitions].map(([name, { preset }]) => set.find((one) => one.name === name) ?? unset(name, preset)),
  };
}

const unset = (name: string, value: unknown): PolicyVersion => ({ name, version: 0, value, reason: null, setBy: null, setAt: null });

/** A policy that is a whole number from `least` to `most`. */
export function countUpTo(most: number, preset: number, zh: string, en: string, least = 1): PolicyDefinition<number> {
  const fits = (value: unknown) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  const fault = { zh: `须为 ${least}–${most} 的整数`, en: `it must be a whole number from ${least} to ${most}` };
  return { zh, en, preset, fault: (value) => (fits(value) ? undefined : fault) };
}
