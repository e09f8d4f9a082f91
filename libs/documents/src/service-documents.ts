import type { Service } from '@zero-distance/contracts';
import type { DocumentRefusals } from './document.errors.js';
import type { DocumentDefinition } from './document.js';

/** The documents of one service. */
export interface ServiceDocuments {
  readonly service: Service;
  readonly documents: readonly DocumentDefinition[];
  readonly refuse: DocumentRefusals;
}

/** Where Nest has them. */
export const DOCUMENTS = Symbol('documents');
