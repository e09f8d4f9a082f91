import type { SchemaObject } from '@nestjs/swagger';
import type { FieldError } from '@zero-distance/kernel';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The warnings about the accepted body, if any. */
    inputWarnings: readonly FieldError[] | undefined;
  }
}

/** How the document shows them. */
export const INPUT_WARNINGS_SCHEMA: SchemaObject = {
  type: 'array',
  description:
    '已收下，但其中似有个人信息：请考虑更正；没有时不出现 / what was taken shows personal data: think of changing it; absent when there is none',
  items: {
    type: 'object',
    required: ['pointer', 'code', 'zh', 'en'],
    properties: {
      pointer: { type: 'string', example: '/reason', description: '请求体中的位置（JSON Pointer） / where in the body' },
      code: { type: 'string', enum: ['personal_data'] },
      zh: { type: 'string' },
      en: { type: 'string' },
    },
  },
};

/** Notes warnings about the accepted body. */
export function warnOfInput(request: FastifyRequest, warnings: readonly FieldError[]): void {
  request.inputWarnings = warnings;
}

/** Adds the warnings about the body to its answer. */
export function withInputWarnings({ inputWarnings }: FastifyRequest, payload: unknown): unknown {
  if (!inputWarnings || typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  return { ...payload, inputWarnings };
}
