import { defineErrors, type ErrorCatalogue } from '@zero-distance/kernel';

const EXAMPLES = { allowed: 'JPEG, PNG, PDF', limit: 25, en: 'there is no file', zh: '没有文件', count: 200 };

const FILE_ERRORS = {
  'file.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的文件，或不在您的查看范围内。',
    en: 'There is no file {id} within what you may see.',
  },
  'file.no_thumbnail': { status: 404, zh: '文件 {id} 不是图片，没有缩略图。', en: 'File {id} is no picture: it has no thumbnail.' },
  'file.range_not_satisfiable': {
    status: 416,
    zh: '所请求的范围超出文件大小。',
    en: 'The range that was asked for lies beyond the end of the file.',
  },
  'file.form_invalid': {
    status: 400,
    zh: '上传须为 multipart/form-data，且含一个名为 file 的文件：{zh}。',
    en: 'An upload is a form (multipart/form-data) with one file called "file": {en}.',
  },
  'file.empty': { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'file.type_not_allowed': {
    status: 415,
    zh: '不支持此类文件（按内容判定）；可上传：{allowed}。',
    en: 'This is none of the types that are taken, by its content: {allowed}.',
  },
  'file.too_large': { status: 413, zh: '文件超过 {limit} MB。', en: 'The file is larger than {limit} MB.' },
  'file.truncated': { status: 422, zh: '文件不完整（可能传输中断），请重新上传。', en: 'The file is cut off: send it again, whole.' },
  'file.damaged': { status: 422, zh: '文件已损坏，无法打开。', en: 'The file is damaged: it cannot be opened.' },
  'file.too_many_pixels': {
    status: 422,
    zh: '图片超过 {limit} 百万像素。',
    en: 'The picture has more than {limit} million pixels.',
    examples: { limit: 64 },
  },
  'file.trailing_data': {
    status: 422,
    zh: '文件前后夹带其他内容，不予接收。',
    en: 'The file has something else before or behind it: it is not taken.',
  },
  'file.active_content': {
    status: 422,
    zh: '文件含宏、脚本或嵌入对象，请去除后再上传。',
    en: 'The file has macros, scripts or embedded objects: take them out and send it again.',
  },
  'file.unpacks_too_large': {
    status: 422,
    zh: '文件解压后过大，不予接收。',
    en: 'The file unpacks to far more than it is: it is not taken.',
  },
  'file.encrypted': {
    status: 422,
    zh: '文件设有密码，请去除密码后再上传。',
    en: 'The file is locked with a password: take it off and send it again.',
  },
  'file.infected': { status: 422, zh: '文件含有病毒，不予接收。', en: 'The file carries a virus: it is not taken.' },
  'file.scanner_unavailable': {
    status: 503,
    zh: '病毒扫描暂时不可用，请稍后重新上传。',
    en: 'The virus scanner is not available for the moment: send the file again later.',
    retryAfterSeconds: 30,
  },
  'file.storage_unavailable': {
    status: 503,
    zh: '文件存储暂时不可用，请稍后重试。',
    en: 'The storage of files is not available for the moment: try again later.',
    retryAfterSeconds: 30,
  },
  'file.too_many_unattached': {
    status: 409,
    zh: '您已上传而未使用的文件过多（上限 {count} 个或 {limit} MB），请先提交，或等待其过期。',
    en: 'Too many files that you sent belong to nothing yet (at most {count}, or {limit} MB): use them, or wait until they expire.',
    examples: { limit: 500 },
  },
  'file.not_attachable': {
    status: 422,
    zh: '文件 {id} 不能使用：不存在、不是您上传的、已用于别处，或已过期。',
    en: 'File {id} cannot be used: it is not there, not sent by you, used already, or expired.',
  },
} as const;

export type FileRefusals = ErrorCatalogue<keyof typeof FILE_ERRORS>;

/** The refusals of a service's files: `inspection.file.not_found`, … */
export const fileErrors = (service: string): FileRefusals => defineErrors(service, EXAMPLES, FILE_ERRORS);
