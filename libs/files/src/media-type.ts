/** 文件类型: what is taken, by content. Photos, documents and videos differ in size and in what is done with them. */
export const TAKEN_TYPES = {
  'image/jpeg': { kind: 'image', kept: 'image/jpeg', extension: 'jpg' },
  'image/png': { kind: 'image', kept: 'image/png', extension: 'png' },
  'image/webp': { kind: 'image', kept: 'image/webp', extension: 'webp' },
  'image/heic': { kind: 'image', kept: 'image/jpeg', extension: 'jpg' }, // few programs read it
  'application/pdf': { kind: 'document', kept: 'application/pdf', extension: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'document',
    kept: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    kind: 'document',
    kept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  'video/mp4': { kind: 'video', kept: 'video/mp4', extension: 'mp4' },
} as const;

export type TakenType = keyof typeof TAKEN_TYPES;
export type MediaType = (typeof TAKEN_TYPES)[TakenType]['kept'];
type MediaKind = (typeof TAKEN_TYPES)[TakenType]['kind'];

/** What a file is kept as. */
export const MEDIA_TYPES = [...new Set(Object.values(TAKEN_TYPES).map(({ kept }) => kept))] as readonly MediaType[];

/** In words, for refusals. */
export const PICTURE_WORDS = 'JPEG, PNG, WebP, HEIC';
export const TAKEN_WORDS = `${PICTURE_WORDS}, PDF, DOCX, XLSX, MP4`;

export const isTaken = (type: string | undefined): type is TakenType => type !== undefined && Object.hasOwn(TAKEN_TYPES, type);

export const extensionOf = (type: MediaType): string => TAKEN_TYPES[type].extension;

/** Bytes that a file of each kind may have. */
export type SizeLimits = Readonly<Record<MediaKind, number>>;
