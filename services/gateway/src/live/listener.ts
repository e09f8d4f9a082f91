import { Readable } from 'node:stream';
import type { EventDto } from '../feed/feed.dto.js';
import type { FeedEvent } from '../feed/feed.store.js';
import { textOf } from '../feed/feed-place.js';
import type { FeedScope } from '../feed/feed-scope.js';
import type { LogIn } from '../session/log-in.js';

/** What a listener may leave unread: more, and it is cut off. */
const MOST_UNREAD_BYTES = 262_144;
/** What a browser waits before it comes back. */
const RETRY_MS = 2_000;

/** An event as it is written to those who listen: once for all of them. */
export const frameOf = (event: EventDto): string => `id: ${event.place}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/**
 * What somebody is told who hears no more of something, because it went to another area or another organisation: its id and its matter's, so that a list on a
 * screen drops them, and nothing of what became of it.
 */
export const leftFrameOf = ({ id, aggregateId, matterId }: Pick<FeedEvent, 'id' | 'aggregateId' | 'matterId'>): string =>
  `id: ${textOf(id)}\nevent: left\ndata: ${JSON.stringify({ subject: aggregateId, matter: matterId })}\n\n`;

/** Somebody who listens: whom for, up to where he has been told, and until when. Server-Sent Events, as the HTML standard has them. */
export class Listener {
  readonly stream = new Readable({ read: () => this.wake(), highWaterMark: MOST_UNREAD_BYTES });
  /** The same for all who hear the same. */
  readonly scopeKey: string;
  private isEnded = false;
  private waiting: (() => void) | undefined;

  /**
   * @param untilMs when it ends, as `Date.now()` tells it: no later than the token
   * @param logIn that its token is of: it ends with that
   */
  constructor(
    readonly scope: FeedScope,
    public place: number,
    private readonly untilMs: number,
    readonly logIn?: LogIn,
  ) {
    this.scopeKey = JSON.stringify(scope);
    this.stream.once('close', () => this.wake());
    this.stream.push(`retry: ${RETRY_MS}\n\n`);
  }

  get isOver(): boolean {
    return this.isEnded || this.stream.destroyed;
  }

  /** Writes an event (`frameOf`); false when too much is unread: then it is cut off, and may come back with the last id that it has read. */
  tell(frame: string): boolean {
    if (this.isOver) return false;
    if (this.stream.readableLength > MOST_UNREAD_BYTES) {
      this.end();
      return false;
    }
    this.stream.push(frame);
    return true;
  }

  /** Shows that the line is alive, and up to where it has been told, though there was nothing. */
  beat(place: string): void {
    if (!this.isOver && this.stream.readableLength === 0) this.stream.push(`id: ${place}\n\n`);
  }

  endIfOver(now: number): void {
    if (now >= this.untilMs) this.end();
  }

  end(): void {
    if (!this.isOver) this.stream.push(null);
    this.isEnded = true;
    this.wake();
  }

  /** Waits until what was written is read, or the line is over. */
  async drained(): Promise<void> {
    if (this.isOver || this.stream.readableLength < MOST_UNREAD_BYTES / 2) return;
    await new Promise<void>((resolve) => {
      this.waiting = resolve;
    });
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.();
  }
}
