import Negotiator from 'negotiator';

/** A form in which a list leaves the house as a file. */
export interface ExportFormat {
  readonly name: 'csv' | 'csv-gb18030' | 'xlsx' | 'geojson';
  /** As `Accept` asks for it, and as the answer's Content-Type says it. */
  readonly mediaType: string;
  readonly extension: 'csv' | 'xlsx' | 'geojson';
}

/** A workbook. */
export const WORKBOOK: ExportFormat = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
};

/** What stands somewhere, for maps and for programs of geographers (RFC 7946). */
export const GEOJSON: ExportFormat = { name: 'geojson', mediaType: 'application/geo+json', extension: 'geojson' };

/** The one that `text/csv` alone asks for stands first. */
const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'csv', mediaType: 'text/csv;charset=utf-8', extension: 'csv' },
  { name: 'csv-gb18030', mediaType: 'text/csv;charset=gb18030', extension: 'csv' },
  WORKBOOK,
];

const offered = (formats: readonly ExportFormat[]): string[] => ['application/json', ...formats.map(({ mediaType }) => mediaType)];
const OF_TABLES = offered(EXPORT_FORMATS);
const OF_FEATURES = offered([GEOJSON]);

/** The file that `Accept` prefers to JSON (RFC 9110 §12.5.1); undefined for a plain answer. */
export function exportFormat(accept: string | undefined): ExportFormat | undefined {
  const preferred = preferredOf(accept, OF_TABLES);
  return EXPORT_FORMATS.find(({ mediaType }) => mediaType === preferred);
}

/** The same of what stands on a map, which is no table. */
export const featuresFormat = (accept: string | undefined): ExportFormat | undefined =>
  preferredOf(accept, OF_FEATURES) === GEOJSON.mediaType ? GEOJSON : undefined;

const preferredOf = (accept: string | undefined, types: string[]): string | undefined =>
  accept === undefined ? undefined : new Negotiator({ headers: { accept } }).mediaType(types);
