import type { FileFaultReason } from '../inspect/file-fault.js';
import type { Region } from '../inspect/image.js';
import type { Inspected, Inspection } from '../inspect/inspect.js';

/** What is asked of the worker. */
export type Order =
  | { readonly task: 'inspect'; readonly input: Inspection }
  | {
      readonly task: 'pixelate';
      readonly input: { readonly source: string; readonly regions: readonly Region[]; readonly output: string };
    };

/** What it answers. */
export type Answer =
  | { readonly outcome: 'done'; readonly result: Inspected | null }
  | { readonly outcome: 'refused'; readonly reason: FileFaultReason; readonly params: Readonly<Record<string, string | number>> }
  | { readonly outcome: 'failed'; readonly message: string };
