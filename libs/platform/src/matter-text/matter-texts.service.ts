import type { EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { KeyRing, type MatterText, openFollowUp, openMatterText } from '@zero-distance/personal-data';
import type { ConfigOf, MATTER_TEXT_CONFIG } from '../config.js';
import type { Erasure } from '../erasure/erasure.js';
import { MatterTextEntity } from './matter-text.entity.js';

const titleContext = (requestId: string): string => `${requestId}:title`;
const followUpContext = (requestId: string, followUpId: string): string => `${requestId}:follow-up:${followUpId}`;
const textContext = (requestId: string): string => `${requestId}:text`;

/**
 * 诉求内容 in a service that works on requests and did not take them in: it comes sealed in the event of the request, is kept under the
 * service's own keys, and goes when intake erases it.
 */
export class MatterTexts {
  private readonly own: KeyRing;
  private readonly shared: KeyRing;

  constructor(keys: ConfigOf<typeof MATTER_TEXT_CONFIG>) {
    this.own = new KeyRing(keys.PERSONAL_DATA_KEYS);
    this.shared = new KeyRing(keys.MATTER_TEXT_KEYS);
  }

  /**
   * Queues the text of a request that was just taken in, if it came with one. Throws when the key it was sealed with is not here yet: the
   * event then waits, as it does for all that is missing.
   */
  keep(tx: Tx, { requestId, sealedText }: Pick<EventData<'intake.request.registered.v1'>, 'requestId' | 'sealedText'>): void {
    if (sealedText === undefined) return;
    tx.insert(MatterTextEntity, this.sealed(requestId, sealedText));
  }

  /** Queues the text as it was corrected, if words of it were. A service that keeps none of the matter goes on keeping none. */
  correct(tx: Tx, { requestId, sealedText }: EventData<'intake.request.corrected.v1'>): void {
    if (sealedText === undefined) return;
    const row = this.sealed(requestId, sealedText);
    tx.write(
      'update matter_text set sealed_title = $2, sealed_text = $3 where request_id = $1',
      [requestId, row.sealedTitle, row.sealedText],
      'any',
    );
  }

  /** The title of a row that was read with its matter; null when there is none. */
  title(requestId: string | null, sealedTitle: string | null | undefined): string | null {
    return requestId === null || !sealedTitle ? null : this.own.decrypt(sealedTitle, titleContext(requestId));
  }

  /** The whole text; null when the request came without one, or it was erased. Whether the caller may see the matter is asked before. */
  async read(tx: ReadTx, requestId: string): Promise<MatterText | null> {
    const row = await tx.findOne(MatterTextEntity, { requestId });
    return row ? (JSON.parse(this.own.decrypt(row.sealedText, textContext(requestId))) as MatterText) : null;
  }

  /** 追加: what was said later, as this service is to keep it: sealed under its own keys; null when no word was said. */
  followUpToKeep({ requestId, followUpId, sealedText }: EventData<'intake.request.followed-up.v1'>): string | null {
    if (sealedText === undefined) return null;
    return this.own.encrypt(openFollowUp(this.shared, requestId, followUpId, sealedText), followUpContext(requestId, followUpId));
  }

  /** 追加 of a row that was read for who may see the matter; null when there are no words. */
  followUp({
    requestId,
    id,
    sealedText,
  }: {
    readonly requestId: string;
    readonly id: string;
    readonly sealedText: string | null;
  }): string | null {
    return sealedText === null ? null : this.own.decrypt(sealedText, followUpContext(requestId, id));
  }

  /** What came under the shared key, under this service's own. */
  private sealed(requestId: string, sealedText: string): MatterTextEntity {
    const text = openMatterText(this.shared, requestId, sealedText);
    return {
      requestId,
      sealedTitle: this.own.encrypt(text.title, titleContext(requestId)),
      sealedText: this.own.encrypt(JSON.stringify(text), textContext(requestId)),
    };
  }

  /** Queues its erasure. */
  erase(erasure: Erasure): void {
    erasure.remove('words', 'gone as (delete from matter_text where request_id = $1 returning 1)', [erasure.matterId]);
  }
}
