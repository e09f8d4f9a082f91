import { type Attachments, attachmentsOf } from '@zero-distance/files';

/** Photos and documents that came with a request. */
export const FILES: Attachments = attachmentsOf('intake');
