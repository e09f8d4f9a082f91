import { FILE_PURPOSE_LABELS, FILE_PURPOSES } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { MEDIA_TYPES } from './media-type.js';
import { RENDITION_STATES } from './rendition/rendition.js';

/** The words of files, with their names: for the code tables of a service with files. */
export const FILE_CODE_TABLES = [
  defineCodeTable('file-purpose', FILE_PURPOSES, FILE_PURPOSE_LABELS),
  defineCodeTable('media-type', MEDIA_TYPES, {
    'image/jpeg': 'JPEG 图片 / JPEG picture',
    'image/png': 'PNG 图片 / PNG picture',
    'image/webp': 'WebP 图片 / WebP picture',
    'application/pdf': 'PDF 文档 / PDF document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word 文档 / Word document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel 表格 / Excel workbook',
    'video/mp4': 'MP4 视频 / MP4 video',
  }),
  defineCodeTable('rendition-state', RENDITION_STATES, {
    asked: '待批准 / asked for',
    approved: '已公开 / approved',
    refused: '未批准 / refused',
    revoked: '已撤回 / revoked',
  }),
];
