import { type DomainError, defineErrors, type ErrorCatalogue } from '@zero-distance/kernel';
import { FILE_FAULTS } from './inspect/file-fault.js';

const EXAMPLES = {
  allowed: 'JPEG, PNG, PDF',
  limit: 25,
  en: 'there is no file',
  zh: '没有文件',
  count: 200,
  state: 'approved',
  action: 'approve',
  width: 3000,
  height: 4000,
  offset: 8_388_608,
  bytes: 20_971_520,
};

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
  'upload.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的续传，或已过期，或不是您开始的。',
    en: 'There is no upload {id} of yours, or its time is over.',
  },
  'upload.length_invalid': {
    status: 400,
    zh: '请求头 Upload-Length 须为文件大小（字节）。',
    en: 'The header Upload-Length has to be the number of bytes of the whole file.',
  },
  'upload.offset_differs': {
    status: 409,
    zh: '已收到 {offset} 字节，请从此处继续（Upload-Offset）。',
    en: '{offset} bytes have arrived: go on from there (Upload-Offset).',
  },
  'upload.too_long': {
    status: 413,
    zh: '发送的内容超过开始时申明的大小。',
    en: 'More was sent than the size that was told when it began.',
  },
  'upload.taken_in': { status: 409, zh: '该续传已成为文件。', en: 'The upload has become a file already.' },
  'upload.incomplete': {
    status: 409,
    zh: '只收到 {offset} 字节，共 {bytes} 字节，请继续发送。',
    en: 'Only {offset} of {bytes} bytes have arrived: send the rest.',
  },
  'upload.busy': {
    status: 409,
    zh: '该续传正由另一请求处理，请稍后再试。',
    en: 'Another request is at work on this upload: try again later.',
    retryAfterSeconds: 2,
  },
  'rendition.not_found': { status: 404, zh: '没有 {id} 的公开版。', en: 'There is no public rendition of {id}.' },
  'rendition.not_a_picture': {
    status: 422,
    zh: '只有图片可以公开；视频和文档不公开。',
    en: 'Only pictures are shown to the public: no video and no document.',
  },
  'rendition.of_nothing': {
    status: 422,
    zh: '文件尚未用于任何事项，或所属事项不得公开（如要求保密）。',
    en: 'The file belongs to nothing yet, or to a matter that is not for the public (a confidential one).',
  },
  'rendition.mask_outside': {
    status: 422,
    zh: '遮盖区超出图片（{width}×{height} 像素）。',
    en: 'The mask lies beyond the picture ({width} × {height} pixels).',
  },
  'rendition.open_already': {
    status: 409,
    zh: '该图片已申请或已公开（{state}）；请先撤回。',
    en: 'The picture has a public rendition already ({state}): revoke it first.',
  },
  'rendition.other_state': {
    status: 409,
    zh: '公开版当前状态为“{state}”，不能执行“{action}”。',
    en: 'Action "{action}" is not possible: the public rendition is in state "{state}".',
  },
} as const;

export type FileRefusals = ErrorCatalogue<keyof typeof FILE_ERRORS>;

/** The refusals of a service's files: `inspection.file.not_found`, … */
export const fileErrors = (service: string): FileRefusals => defineErrors(service, EXAMPLES, FILE_ERRORS);

/** What a file may be refused for when it is opened and kept, for the documents. */
export const takingErrors = (refuse: FileRefusals): DomainError[] => [
  ...FILE_FAULTS.map((reason) => refuse(`file.${reason}`)),
  refuse('file.infected'),
  refuse('file.scanner_unavailable'),
  refuse('file.storage_unavailable'),
];
