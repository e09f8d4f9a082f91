/**
 * Where a value that came in has members with the names that every object of JavaScript has (`toString`, `constructor`, `__proto__`): no
 * DTO has such, but class-validator finds them on its own table of known members and lets them pass.
 */
export function findInheritedNames(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = [...path, name];
    return name in Object.prototype ? [at] : findInheritedNames(member, at);
  });
}
