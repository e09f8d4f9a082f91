import { type ConfigOf, Type } from '@zero-distance/platform';

const megabytes = (preset: number, description: string) => Type.Integer({ minimum: 1, maximum: 200, default: preset, description });

/** What a service with files reads from its environment besides. */
export const FILES_CONFIG = {
  /** Uploads arrive here; the files themselves are here too unless a bucket is named. */
  FILES_DIRECTORY: Type.String({ pattern: '^/', description: 'the absolute path of a directory of its own, which outlives the process' }),
  FILES_IMAGE_LIMIT_MB: megabytes(25, 'how large a photo may be'),
  FILES_DOCUMENT_LIMIT_MB: megabytes(25, 'how large a PDF, DOCX or XLSX may be'),
  FILES_VIDEO_LIMIT_MB: megabytes(200, 'how large a video may be'),
  /** What has begun to arrive in pieces and is not whole by then is removed. */
  FILES_UPLOAD_HOURS: Type.Integer({ minimum: 1, maximum: 168, default: 24, description: 'hours that an upload in pieces may take' }),
  /** Named: files are kept in this bucket of an S3-compatible store, under the name of the service. */
  FILES_S3_BUCKET: Type.Optional(Type.String({ minLength: 1 })),
  FILES_S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://', description: 'the http(s) URL of the store' })),
  FILES_S3_REGION: Type.String({ default: 'us-east-1' }),
  FILES_S3_ACCESS_KEY_ID: Type.Optional(Type.String()),
  FILES_S3_SECRET_ACCESS_KEY: Type.Optional(Type.String()),
  /** Named: every file is scanned before anything looks at it. */
  CLAMD_ADDRESS: Type.Optional(
    Type.String({ pattern: '^(?:/.+|[^/\\s]+:\\d{1,5})$', description: 'host:port of clamd, or the path of its socket' }),
  ),
};

/** The same, read. */
export type FilesConfig = ConfigOf<typeof FILES_CONFIG>;
