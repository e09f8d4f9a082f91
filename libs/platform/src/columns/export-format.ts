import Negotiator from 'negotiator';

/** A form in which a list leaves the house as a file. */
export interface ExportFormat {
  readonly name: 'csv' | 'csv-gb18030' | 'xlsx';
  /** As `Accept` asks for it, and as the answer's Content-Type says it. */
  readonly mediaType: string;
  readonly extension: 'csv' | 'xlsx';
}

/** A workbook. */
export const WORKBOOK: ExportFormat = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
};

/** The one that `text/csv` alone asks for stands first. */
const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'csv', mediaType: 'text/csv;charset=utf-8', extension: 'csv' },
  { name: 'csv-gb18030', mediaType: 'text/csv;charset=gb18030', extension: 'csv' },
  WORKBOOK,
];

const OFFERED = ['application/json', ...EXPORT_FORMATS.map(({ mediaType }) => mediaType)];

/** The file that `Accept` prefers to JSON (RFC 9110 §12.5.1); undefined for a plain answer. */
export function exportFormat(accept: string | undefined): ExportFormat | undefined {
  if (accept === undefined) return undefined;
  const preferred = new Negotiator({ headers: { accept } }).mediaType(OFFERED);
  return EXPORT_FORMATS.find(({ mediaType }) => mediaType === preferred);
}
