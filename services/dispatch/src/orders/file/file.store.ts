import { type Attachments, attachmentsOf } from '@zero-distance/files';

/** Photos and documents: what shows that a work order was done. */
export const FILES: Attachments = attachmentsOf('dispatch');
