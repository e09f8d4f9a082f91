import type { Caller } from './caller.js';
import type { Insight } from './insight.js';
import type { Product } from './product.js';

/** What the verdict is made of. */
export interface Evidence {
  readonly product: Product;
  readonly insight: Insight;
  readonly caller: Caller;
  /** Kinds of answers, by how they begin, that may come besides 2xx, 429 and 503: a gateway that is killed gives none. */
  readonly allowed?: readonly string[];
  /** Requests that may be there although nobody was told so: as many as creates without a key may have been carried out. None, unless said. */
  readonly mayBeUntold?: number;
}
