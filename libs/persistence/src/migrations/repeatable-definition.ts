/**
 * A function or view, by its whole present text. `migrate` runs it after the migrations, in the order of its service's list, whenever the text has
 * changed. It has to fit processes of the version before: they call it too while they are being replaced.
 */
export interface RepeatableDefinition {
  /** In kebab-case, unique in its service. Never changed: a new name is a new definition, and what the old one made stays in the schema. */
  readonly name: string;
  /** `create or replace …`, with the same result however often it runs. If that cannot replace it (another return type), `drop … if exists` comes first. */
  readonly sql: string;
  /**
   * Runs in the same transaction when the definition made or changed a function, also the first time: recomputes what the former function
   * produced.
   */
  readonly whenChanged?: string;
}
