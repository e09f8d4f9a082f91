import { Readable } from 'node:stream';

/** Passes a body on. Takes nothing from its source before it is read, so a reader of the source itself (the issuer) gets it whole. */
export class MeteredBody extends Readable {
  private isBegun = false;

  constructor(
    private readonly source: Readable,
    private readonly count: (length: number) => void,
  ) {
    super();
    this.on('error', () => undefined); // the reader gets it too; Fastify no longer listens once it has refused
  }

  override _read(): void {
    if (!this.isBegun) this.begin();
    this.source.resume();
  }

  private begin(): void {
    this.isBegun = true;
    this.source
      .on('data', (chunk: Buffer) => this.pass(chunk))
      .once('end', () => this.push(null))
      .once('error', (error) => this.destroy(error));
  }

  private pass(chunk: Buffer): void {
    if (this.destroyed) return; // Node reads on, to no purpose, until the connection is closed
    try {
      this.count(chunk.length);
    } catch (error) {
      this.source.pause();
      this.destroy(error as Error);
      return;
    }
    if (!this.push(chunk)) this.source.pause();
  }
}
