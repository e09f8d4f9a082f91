/** What is made of an input: its prototype has what decorators said of its members. */
export type DtoClass = abstract new (...args: never[]) => object;

/** Marks that decorators set on the members of DTOs, by class. Merged once for each class, since every input looks them up. */
export class MemberMarks<T> {
  private readonly own = new WeakMap<object, Map<string, T>>();
  private readonly merged = new WeakMap<object, ReadonlyMap<string, T>>();
  private readonly none: ReadonlyMap<string, T> = new Map();

  /** @param target the prototype that a property decorator is given */
  set(target: object, property: string | symbol, mark: T): void {
    const own = this.own.get(target) ?? new Map<string, T>();
    this.own.set(target, own.set(String(property), mark));
  }

  /** By the members of a DTO's class and those above it; the nearest counts. */
  of(dto: object): ReadonlyMap<string, T> {
    return this.ofType(Object.getPrototypeOf(dto));
  }

  /** The same by the class itself, where nothing was made of it yet. */
  ofClass({ prototype }: DtoClass): ReadonlyMap<string, T> {
    return this.ofType(prototype);
  }

  private ofType(type: object | null): ReadonlyMap<string, T> {
    if (type === null || type === Object.prototype || type === Array.prototype) return this.none;
    let marks = this.merged.get(type);
    if (!marks) {
      marks = new Map([...this.ofType(Object.getPrototypeOf(type)), ...(this.own.get(type) ?? this.none)]);
      this.merged.set(type, marks);
    }
    return marks;
  }
}
