import type { MetadataStorage } from 'class-validator';

type Rules = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;
type RulesByMember = ReturnType<MetadataStorage['groupByPropertyName']>;

const KEEPING = new WeakSet<MetadataStorage>();

/**
 * Makes class-validator keep the rules of a class. For each object that it looks at it otherwise goes through every class of the process that has a
 * rule, to find those the class inherits from: work that grows with the rooms, not with the input. What is kept is let go when a rule is added. Done once.
 */
export function keepRules(storage: MetadataStorage): void {
  if (KEEPING.has(storage)) return;
  KEEPING.add(storage);
  const { getTargetValidationMetadatas: rulesOf, groupByPropertyName: byMember, addValidationMetadata: add } = storage;
  let kept = new Map<unknown, Rules>();
  const grouped = new WeakMap<Rules, RulesByMember>();

  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return rulesOf.call(storage, target, schema, always, strictGroups, groups);
    return kept.get(target) ?? keep(kept, target, rulesOf.call(storage, target, schema, always, strictGroups, groups));
  };
  storage.groupByPropertyName = (rules) => grouped.get(rules) ?? keep(grouped, rules, byMember.call(storage, rules));
  storage.addValidationMetadata = (rule) => {
    kept = new Map();
    add.call(storage, rule);
  };
}

function keep<K, V>(kept: { set(key: K, value: V): unknown }, key: K, value: V): V {
  kept.set(key, value);
  return value;
}
