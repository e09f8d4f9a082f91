import { DomainError } from '@zero-distance/kernel';
import type { Language } from './language.js';

/** RFC 9457, in the caller's language. `code` is stable and public; texts may change. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { pointer?: string; parameter?: string; code: string; detail: string }[];
}

const TITLES: Record<number, { zh: string; en: string }> = {
  400: { zh: '请求无效', en: 'Bad request' },
  401: { zh: '未通过身份验证', en: 'Unauthorized' },
  403: { zh: '没有权限', en: 'Forbidden' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '方法不支持', en: 'Method not allowed' },
  408: { zh: '请求超时', en: 'Request timeout' },
  409: { zh: '与当前状态冲突', en: 'Conflict' },
  410: { zh: '已不存在', en: 'Gone' },
  412: { zh: '数据已被他人修改', en: 'Precondition failed' },
  413: { zh: '请求体过大', en: 'Content too large' },
  415: { zh: '媒体类型不支持', en: 'Unsupported media type' },
  422: { zh: '输入不符合要求', en: 'Unprocessable content' },
  428: { zh: '缺少前提条件', en: 'Precondition required' },
  429: { zh: '请求过多', en: 'Too many requests' },
  431: { zh: '请求头过大', en: 'Request header fields too large' },
  500: { zh: '服务内部错误', en: 'Internal server error' },
  503: { zh: '服务暂不可用', en: 'Service unavailable' },
  504: { zh: '服务未及时答复', en: 'Gateway timeout' },
};

/** The known facts of the request that failed. */
export interface ProblemContext {
  readonly language: Language;
  /** The path without its query: a query may hold personal data. */
  readonly path: string;
  readonly requestId: string;
}

/** The answer to a refusal. Pure: the filter has already turned every other error into one of these two. */
export function toProblem(error: DomainError, context: ProblemContext): Problem {
  const pick = (text: { zh: string; en: string }) => (context.language === 'en' ? text.en : text.zh);
  const detail = error.text(context.language);
  const fields = fieldErrors(error, detail, pick);
  return {
    type: `urn:zero-distance:problem:${error.code}`,
    title: pick(TITLES[error.status] ?? { zh: '请求失败', en: 'Request failed' }),
    status: error.status,
    detail,
    instance: context.path,
    code: error.code,
    requestId: context.requestId,
    ...(fields.length > 0 && { errors: fields }),
  };
}

function fieldErrors({ pointer, code, errors }: DomainError, detail: string, pick: (text: { zh: string; en: string }) => string) {
  if (pointer !== undefined) return [{ ...placed(pointer), code, detail }];
  return errors.map(({ zh, en, ...where }) => ({ ...where, detail: pick({ zh, en }) }));
}

const placed = (place: string): { pointer: string } | { parameter: string } =>
  place.startsWith('/') ? { pointer: place } : { parameter: place };
