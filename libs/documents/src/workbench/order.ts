import type { DocumentDefinition, DocumentValues } from '../document.js';
import type { FaultParams, TemplateFaultReason } from '../template/template-fault.js';

/** What is asked of the thread. Without a template the preset is used. */
export type Order = { readonly document: DocumentDefinition } & (
  | { readonly task: 'check'; readonly template: Uint8Array }
  | { readonly task: 'fill'; readonly template: Uint8Array | null; readonly values: DocumentValues }
  | { readonly task: 'preset' }
);

/** What it answers; nothing but its being done for a template that was checked. */
export type Answer =
  | { readonly outcome: 'done'; readonly docx: Uint8Array | null }
  | { readonly outcome: 'refused'; readonly reason: TemplateFaultReason; readonly params: FaultParams }
  | { readonly outcome: 'failed'; readonly message: string };
