/** What a back-up holds. The broker has none: the database has what it has. */
export const BACKUP_PARTS = ['database', 'files'] as const;
export type BackupPart = (typeof BACKUP_PARTS)[number];
