import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, InternalText, Typed, WholeText, Words } from '@zero-distance/platform';
import { IsBase64, IsOptional, MaxLength } from 'class-validator';
import { EXAMPLE_TEMPLATE } from './template/example-template.js';
import { MOST_TEMPLATE_BYTES } from './template/limits.js';

const REASON = { type: String, example: '按区政府办公室统一格式调整', description: '依据或说明 / why' };
const NAME = {
  pattern: /^(?=.{1,64}$)[a-z]+(-[a-z]+)*$/,
  letters: 'lower',
  zh: '须为文书名称：字母和“-”',
  en: 'must be the name of a document: letters and -',
} as const;

/** The `{name}` of a document's address. */
export class DocumentParams {
  @ApiProperty({ type: String, description: '文书名称 / name of the document' })
  @Code(NAME)
  name: string;
}

/** Which version of a template. */
export class TemplateQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: '版本；0 为系统默认；不填为现行 / version; 0 is the preset, left out: in force',
  })
  @IsOptional()
  @WholeText({ min: 0, max: 1_000_000 })
  version?: number;
}

/** Base64 writes three bytes as four letters. */
const MOST_LETTERS = Math.ceil(MOST_TEMPLATE_BYTES / 3) * 4;

/** A new template of a document, and why. */
export class TemplateInput {
  @ApiProperty({
    type: String,
    format: 'byte',
    maxLength: MOST_LETTERS,
    example: EXAMPLE_TEMPLATE,
    description: 'Word 文档（DOCX），Base64；字段写作 {名称} / a Word document (DOCX) in Base64; a field is written {name}',
  })
  @Typed({ form: (given) => given, most: MOST_LETTERS, rules: [IsBase64(), MaxLength(MOST_LETTERS)] })
  docx: string;

  @ApiPropertyOptional(REASON)
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  reason?: string;
}

/** 字段: what a template may name. */
export class DocumentFieldDto {
  @ApiProperty({ type: String, example: 'number', description: '名称，可用作模板标记 / name; a tag of a template may be called so' })
  name: string;
  @ApiProperty({ type: String, example: '诉求编号', description: '中文名称，可用作模板标记 / name in Chinese; a tag may be called so too' })
  zh: string;
  @ApiProperty({ type: String, example: 'number of the request', description: '英文名称 / in English' }) en: string;
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '示例 / example' }) example: string;
}

/** 明细: rows that a template may repeat, between `{#name}` and `{/name}`. */
export class DocumentTableDto {
  @ApiProperty({ type: String, example: 'history', description: '名称 / name' }) name: string;
  @ApiProperty({ type: String, example: '办理过程', description: '中文名称 / name in Chinese' }) zh: string;
  @ApiProperty({ type: String, example: 'what was done', description: '英文名称 / in English' }) en: string;
  @ApiProperty({ type: [DocumentFieldDto], description: '每行的字段 / fields of each row' }) columns: DocumentFieldDto[];
}

/** 文书: a document, what it can say, and its template in force. */
export class DocumentDto {
  @ApiProperty({ type: String, example: 'order-sheet', description: '名称 / name' }) name: string;
  @ApiProperty({ type: String, example: '工单办理单', description: '中文标题 / title in Chinese' }) zh: string;
  @ApiProperty({ type: String, example: 'work order sheet', description: '英文标题 / title in English' }) en: string;
  @ApiProperty({ type: [DocumentFieldDto], description: '字段 / fields' }) fields: DocumentFieldDto[];
  @ApiProperty({ type: [DocumentTableDto], description: '明细 / tables' }) tables: DocumentTableDto[];
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 1,
    description: '模板版本；0 表示系统默认 / version of its template; 0 is the preset',
  })
  version: number;
  @ApiProperty({ ...REASON, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: '发布人 / who published it' }) setBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '发布时间，自此使用 / published, and used since' })
  setAt: string | null;
}

/** 全部文书: few, so all of them at once. */
export class DocumentListDto {
  @ApiProperty({ type: [DocumentDto], description: '全部文书 / all of them' }) items: DocumentDto[];
}
