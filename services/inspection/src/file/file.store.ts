import { type Attachments, attachmentsOf } from '@zero-distance/files';

/** Photos and documents: of hazards, before and after they are put right. */
export const FILES: Attachments = attachmentsOf('inspection');
