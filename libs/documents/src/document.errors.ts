import { defineErrors, type ErrorCatalogue } from '@zero-distance/kernel';
import { MOST_TEMPLATE_BYTES } from './template/limits.js';

const EXAMPLES = {
  name: 'no-such-document',
  names: 'order-sheet',
  version: 7,
  limit: MOST_TEMPLATE_BYTES / 1024,
  what: 'word/vbaProject.bin',
  unknown: '手机号',
  tag: '诉求编号',
  why: 'unclosed_tag',
};

const DOCUMENT_ERRORS = {
  'document.unknown': {
    status: 404,
    zh: '没有名为“{name}”的文书；可用：{names}。',
    en: 'There is no document "{name}"; there are: {names}.',
  },
  'document.version_unknown': {
    status: 404,
    zh: '文书“{name}”没有第 {version} 版模板。',
    en: 'The template of "{name}" has no version {version}.',
  },
  'document.template_unreadable': {
    status: 422,
    zh: '模板不是有效的 Word 文档（DOCX），或设有密码。',
    en: 'The template is no valid Word document (DOCX), or it is locked with a password.',
  },
  'document.template_too_large': {
    status: 422,
    zh: '模板过大：文件最多 {limit} KB，解压后及填写所需也有限度。',
    en: 'The template is too large: {limit} KB at most, with limits for what it unpacks to and what filling it takes.',
  },
  'document.template_active_content': {
    status: 422,
    zh: '模板含有不能使用的内容（{what}）：宏、嵌入对象、指向文档之外的链接，或页码之外的域。请去除后再发布。',
    en: 'The template holds what it may not ({what}): macros, embedded objects, links to elsewhere, or fields other than page numbers. Take it out.',
  },
  'document.template_fields_unknown': {
    status: 422,
    zh: '模板中有本文书没有的字段：{unknown}。可用字段见 GET /documents。',
    en: 'The template names fields that this document has not: {unknown}. GET /documents lists those it has.',
  },
  'document.template_tag_broken': {
    status: 422,
    zh: '模板标记“{tag}”有误（{why}）：字段写在花括号中，明细以“#”开始、以“/”结束。',
    en: 'The tag "{tag}" of the template is not right ({why}): a field stands in braces, rows begin with # and its name and end with / and its name.',
  },
  'document.changed_meanwhile': {
    status: 409,
    zh: '该模板刚被他人更换，请重新读取后再提交。',
    en: 'Somebody else changed this template at the same moment: read it again and retry.',
  },
} as const;

export type DocumentRefusals = ErrorCatalogue<keyof typeof DOCUMENT_ERRORS>;

/** The refusals of a service's documents: `dispatch.document.unknown`, … */
export const documentErrors = (service: string): DocumentRefusals => defineErrors(service, EXAMPLES, DOCUMENT_ERRORS);
