import { describe, expect, it } from '@jest/globals';
import { BadRequestException } from '@nestjs/common';
import { DomainError } from '@zero-distance/kernel';
import { refuseRequest } from '../errors.js';
import { asRefusal } from './as-refusal.js';
import { chooseLanguage } from './language.js';
import { toProblem } from './problem.js';

const context = { language: 'en', path: '/api/x', requestId: 'r1' } as const;

describe('a problem', () => {
  it('has the code, the text filled in, and the field of a DomainError', () => {
    const error = new DomainError('x.y.gone', { status: 410, zh: '{id} 已不存在', en: '{id} is gone' }, { id: 7 }, { pointer: '/id' });
    expect(toProblem(error, context)).toEqual({
      type: 'urn:zero-distance:problem:x.y.gone',
      title: 'Gone',
      status: 410,
      detail: '7 is gone',
      instance: '/api/x',
      code: 'x.y.gone',
      requestId: 'r1',
      errors: [{ pointer: '/id', code: 'x.y.gone', detail: '7 is gone' }],
    });
    expect(toProblem(error, { ...context, language: 'zh-CN' }).detail).toBe('7 已不存在');
  });

  it('names a parameter where the fault is in no body', () => {
    const error = new DomainError('x.y.gone', { status: 404, zh: '', en: '' }, {}, { pointer: 'areaCode' });
    expect(toProblem(error, context).errors).toEqual([{ parameter: 'areaCode', code: 'x.y.gone', detail: '' }]);
  });

  it('tells each bad field in the language asked for', () => {
    const errors = [{ pointer: '/a', code: 'too_long', zh: '太长', en: 'too long' }];
    const problem = toProblem(refuseRequest('invalid_input', { count: 1 }, { errors }), context);
    expect(problem.errors).toEqual([{ pointer: '/a', code: 'too_long', detail: 'too long' }]);
  });
});

describe('an error thrown in a request', () => {
  const coded = (code: string, more: object = {}): Error => Object.assign(new Error('x'), { code, ...more });

  it.each([
    ['a body over the limit', coded('FST_ERR_CTP_BODY_TOO_LARGE'), 'platform.body_too_large'],
    ['another media type', coded('FST_ERR_CTP_INVALID_MEDIA_TYPE'), 'platform.media_type_not_supported'],
    ['broken JSON', Object.assign(new SyntaxError('x'), { statusCode: 400 }), 'platform.malformed_json'],
    ['a refused connection to the database', coded('ECONNREFUSED'), 'platform.database_unavailable'],
    ['a database that does not answer', new Error('Query read timeout'), 'platform.database_unavailable'],
    ['a database without room on its disk', coded('53100'), 'platform.database_unavailable'],
    ['an exception of Nest’s', new BadRequestException('no'), 'platform.bad_request'],
  ])('is a refusal when it is %s', (_name, error, code) => {
    expect(asRefusal(error)?.code).toBe(code);
  });

  it('is unexpected when it is a broken statement, a bug, or not even an error', () => {
    for (const error of [coded('42601'), new TypeError('x'), 'text', undefined]) expect(asRefusal(error)).toBeUndefined();
  });
});

describe('the language', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['*', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
    ['zh-TW,en;q=0.9', 'zh-CN'],
    ['en;q=0.4,zh-CN;q=0.8', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=abc', 'zh-CN'],
  ])('for "%s" is %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });
});
