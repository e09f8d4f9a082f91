import type { SchemaObject } from '@nestjs/swagger';

/** The answer to every refusal, as OpenAPI shows it. */
export const PROBLEM_SCHEMA: SchemaObject = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: '原因与改正办法 / what is wrong and what to do about it' },
    instance: { type: 'string', description: '请求地址 / the address that was called' },
    code: { type: 'string', description: '稳定的错误代码 / stable, for programs' },
    requestId: { type: 'string', description: '报障时提供 / tell it when you report a fault' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          pointer: { type: 'string', description: '请求体中的位置（JSON Pointer） / where in the body' },
          parameter: { type: 'string', description: '查询或路径参数 / the query or path parameter' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};
