export const OPERATIONS: Readonly<Record<string, readonly string[]>>;
