/**
 * A function or view whose present text is the whole truth of it, unlike a migration, which says how the schema came to be. `migrate` runs it
 * after the migrations, in the order of its service's list, whenever its text is another than the one that was run last.
 * It fits the processes of the version before: they call it too while they are being replaced.
 */
export interface RepeatableDefinition {
  /** In kebab-case, unique in its service. Never changed: a new name is a new definition, and what the old one made is forgotten, not dropped. */
  readonly name: string;
  /** `create or replace …`, the same however often it runs. What cannot be replaced (another type of answer) begins with a `drop … if exists`. */
  readonly sql: string;
  /**
   * What follows in the same transaction when a function is new or another by it, also the first time: what was kept by the former one
   * is made again.
   */
  readonly whenChanged?: string;
}
