import { boundedCell } from './import.errors.js';
import type { XmlEvent } from './xml-events.js';

/** Puts the text of one element together, of all its runs; how a text is pronounced (`rPh`) is no part of it. */
export class CellText {
  private text: string | undefined;
  private isText = false;
  private isSpoken = false;

  /** @param of the element that holds a text */
  constructor(private readonly of: string) {}

  /** The whole text, when the element ends with this event. */
  take(event: XmlEvent): string | undefined {
    if (event.kind === 'text') {
      if (this.text !== undefined && this.isText && !this.isSpoken) this.text = boundedCell(this.text + event.text);
      return undefined;
    }
    const isOpen = event.kind === 'open';
    if (event.name === 't') this.isText = isOpen;
    if (event.name === 'rPh') this.isSpoken = isOpen;
    if (event.name !== this.of) return undefined;
    const whole = this.text;
    this.text = isOpen ? '' : undefined;
    return isOpen ? undefined : whole;
  }
}
