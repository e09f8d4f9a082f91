import type { FileDto } from './file.dto.js';
import type { FileEntity } from './file.entity.js';

/** A file as the API answers it. */
export const toFileDto = (file: FileEntity): FileDto => ({
  id: file.id,
  mediaType: file.mediaType,
  bytes: file.bytes,
  sha256: file.sha256,
  receivedSha256: file.receivedSha256,
  width: file.width,
  height: file.height,
  takenAt: file.takenAt?.toISOString() ?? null,
  takenPoint: file.longitude === null || file.latitude === null ? null : { type: 'Point', coordinates: [file.longitude, file.latitude] },
  purpose: file.purpose,
  uploadedAt: file.uploadedAt.toISOString(),
});
