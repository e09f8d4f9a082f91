import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { List } from '@zero-distance/platform';
import { IsOptional, IsUUID } from 'class-validator';

/** More than any action shows. */
const MOST_NAMED = 9;

/** `@FileIds() files?: string[]` of a body: what the caller has sent for it before. */
export const FileIds = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: [String],
      format: 'uuid',
      description: '先行上传的文件 id；每个文件只能用一次 / ids of files that you sent before; each can be used once',
    }),
    IsOptional(),
    List({ max: MOST_NAMED, unique: true }),
    IsUUID(undefined, { each: true }),
  );
