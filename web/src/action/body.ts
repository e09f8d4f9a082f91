/** What was filled in as it is sent: without what was left empty, `extendBy.unit` as the member `unit` of `extendBy`, and `parts.0.title` as that of the first of `parts`. */
export function bodyOf(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!isEmpty(value)) place(body, name.split('.'), value);
  }
  return body;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function place(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  const [next] = rest;
  if (next === undefined) {
    into[first] = value;
    return;
  }
  into[first] ??= /^\d+$/.test(next) ? [] : {};
  place(into[first] as Record<string, unknown>, rest, value);
}
