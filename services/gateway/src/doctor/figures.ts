/** One value of a metrics page. */
interface FigureLine {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a process says at `/metrics`. */
export class Figures {
  private constructor(private readonly lines: readonly FigureLine[]) {}

  /** Of a page in Prometheus' text format. */
  static of(page: string): Figures {
    return new Figures([...page.matchAll(/^([a-z_]\w*)(?:\{([^}]*)\})? (\S+)$/gim)].map(toLine));
  }

  /** All values of that name. */
  all(name: string): readonly FigureLine[] {
    return this.lines.filter((line) => line.name === name);
  }

  /** The largest; undefined where there is none. */
  most(name: string): number | undefined {
    const values = this.all(name).map(({ value }) => value);
    return values.length > 0 ? Math.max(...values) : undefined;
  }
}

const toLine = ([, name = '', labels = '', value = '']: RegExpMatchArray): FigureLine => ({
  name,
  labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', text = '']) => [label, text])),
  value: Number(value),
});
