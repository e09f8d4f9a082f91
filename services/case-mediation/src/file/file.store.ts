import { type Attachments, attachmentsOf } from '@zero-distance/files';

/** What was signed in a mediation: minutes of sessions, the agreement. As confidential as the case: never for the public. */
export const FILES: Attachments = attachmentsOf('case-mediation');
