import type { FileFaultReason } from '../inspect/file-fault.js';
import type { Inspected, Inspection } from '../inspect/inspect.js';
import type { Masked } from '../inspect/mask.js';
import type { Region } from '../inspect/region.js';

/** A picture, what of it is to be covered, and where to put what is made of it. */
export interface Masking {
  readonly source: string;
  readonly masks: readonly Region[];
  readonly output: string;
}

/** What is asked of the worker. */
export type Order = { readonly task: 'inspect'; readonly input: Inspection } | { readonly task: 'mask'; readonly input: Masking };

/** What it answers. */
export type Answer =
  | { readonly outcome: 'done'; readonly result: Inspected | Masked }
  | { readonly outcome: 'refused'; readonly reason: FileFaultReason; readonly params: Readonly<Record<string, string | number>> }
  | { readonly outcome: 'failed'; readonly message: string };
