import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../paging/page.dto.js';
import { Code, Flag } from '../validation/typed.js';
import { IMPORT_STATES } from './code-tables.js';
import { ROW_OUTCOMES, type RowOutcome } from './import.entity.js';
import { MOST_UNKNOWN_CODES } from './settled-rows.js';

/** How a register is called. */
export const REGISTER = {
  pattern: /^[a-z]+(-[a-z]+)*$/,
  letters: 'lower',
  zh: '须为登记簿名称：小写字母和“-”',
  en: 'must be the name of a register: letters and -',
} as const;
const REGISTER_TEXT = '登记簿名称 / name of the register';

/** The `{register}` of a template's address. */
export class TemplateParams {
  @ApiProperty({ type: String, description: REGISTER_TEXT })
  @Code(REGISTER)
  register: string;
}

/** What a file is imported to. */
export class StartImportQuery {
  @ApiProperty({ type: String, description: REGISTER_TEXT })
  @Code(REGISTER)
  register: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: '只检查，不改变任何数据 / check only, change nothing' })
  @IsOptional()
  @Flag()
  dryRun: boolean = false;
}

/** Which imports to list. */
export class ImportQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, description: REGISTER_TEXT })
  @IsOptional()
  @Code(REGISTER)
  register?: string;
}

/** A code that a file names and no register has. */
export class UnknownCodeDto {
  @ApiProperty({ type: String, nullable: true, example: '类别代码 / category code', description: '标题 / header of its column' }) header:
    | string
    | null;
  @ApiProperty({ type: String, example: '990101', description: '代码 / the code' }) code: string;
  @ApiProperty({ type: 'integer', example: 12, description: '涉及行数 / rows that name it' }) rows: number;
}

/** 导入: one file for one register. */
export class ImportDto {
  @ApiProperty({ format: 'uuid', description: '导入编号 / id of the import' }) id: string;
  @ApiProperty({ type: String, example: 'organisations', description: REGISTER_TEXT }) register: string;
  @ApiProperty({ type: Boolean, description: '只检查 / a check only' }) dryRun: boolean;
  @ApiProperty({ enum: IMPORT_STATES, description: '状态 / state' }) state: string;
  @ApiProperty({ type: 'integer', example: 120, description: '行数 / rows of the file' }) rows: number;
  @ApiProperty({ type: 'integer', example: 100, description: '已处理行数 / rows done' }) done: number;
  @ApiProperty({ type: 'integer', example: 90, description: '新增行数 / rows created' }) created: number;
  @ApiProperty({ type: 'integer', example: 5, description: '修改行数 / rows changed' }) changed: number;
  @ApiProperty({ type: 'integer', example: 3, description: '无变化行数 / rows that were so already' }) unchanged: number;
  @ApiProperty({ type: 'integer', example: 2, description: '不予导入行数 / rows refused' }) refused: number;
  @ApiProperty({ type: 'integer', example: 1, description: '有提醒的行数 / rows taken in that show something to look at' }) warned: number;
  @ApiProperty({
    type: [UnknownCodeDto],
    description: `未登记的代码，每个只列一次，最多 ${MOST_UNKNOWN_CODES} 个 / codes that no register has, each once, ${MOST_UNKNOWN_CODES} at most`,
  })
  unknownCodes: UnknownCodeDto[];
  @ApiProperty({ type: String, description: '提交人 / who sent it' }) startedBy: string;
  @ApiProperty({ type: String, format: 'date-time', description: '提交时间 / when it was sent' }) startedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '完成时间 / when it was done' }) finishedAt: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，同 ETag / version, as in the ETag' }) version: number;
}

/** Which rows of an import to list. */
export class ImportRowQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ROW_OUTCOMES, description: '结果 / what became of it' })
  @IsOptional()
  @IsIn(ROW_OUTCOMES)
  outcome?: RowOutcome;

  @ApiPropertyOptional({ type: Boolean, description: '只列有（true）或没有（false）提醒的行 / only rows with, or without, a warning' })
  @IsOptional()
  @Flag()
  warned?: boolean;
}

/** One thing that is wrong with a row. */
export class ImportFaultDto {
  @ApiProperty({ type: String, nullable: true, example: 'D', description: '列 / column, as a spreadsheet names it' }) column: string | null;
  @ApiProperty({ type: String, nullable: true, example: '所辖区域 / the area it serves', description: '标题 / header' }) header:
    | string
    | null;
  @ApiProperty({ type: String, example: 'not_an_area_code', description: '问题代码 / code of the fault' }) code: string;
  @ApiProperty({ type: String, description: '说明和改法（中文）/ what is wrong and how to mend it, in Chinese' }) zh: string;
  @ApiProperty({ type: String, description: '说明和改法（英文）/ what is wrong and how to mend it, in English' }) en: string;
}

/** A row of an imported file, and what became of it. */
export class ImportRowDto {
  @ApiProperty({ type: 'integer', example: 2, description: '行号 / row of the file' }) row: number;
  @ApiProperty({ type: String, nullable: true, example: 'housing-bureau', description: '代码 / what the row is called' }) key:
    | string
    | null;
  @ApiProperty({ enum: ROW_OUTCOMES, nullable: true, description: '结果，尚未处理为空 / what became of it; null while it waits' })
  outcome: RowOutcome | null;
  @ApiProperty({ type: [String], description: '问题所在的列 / the columns that are wrong' }) columns: string[];
  @ApiProperty({ type: [String], description: '问题、提醒和改法 / what is wrong or to be looked at, and how to mend it' })
  reasons: string[];
  @ApiProperty({
    type: [ImportFaultDto],
    description: '问题，供程序使用；每次导入前 500 行 / the faults for programs; of the first 500 rows',
  })
  faults: ImportFaultDto[];
  @ApiProperty({
    type: [ImportFaultDto],
    description:
      '提醒：已收下，但其中似有个人信息；每次导入前 500 行 / warnings: it was taken in, and shows personal data; of the first 500 rows',
  })
  warnings: ImportFaultDto[];
}
