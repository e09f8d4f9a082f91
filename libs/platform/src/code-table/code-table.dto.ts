import { ApiProperty } from '@nestjs/swagger';

/** 一个代码: a word and what it is called. */
export class CodeTableRowDto {
  @ApiProperty({ type: String, example: 'received', description: '代码 / code' }) code: string;
  @ApiProperty({ type: String, example: '已受理', description: '中文名称 / its name in Chinese' }) zh: string;
  @ApiProperty({ type: String, example: 'received', description: '英文名称 / its name in English' }) en: string;
}

/** 代码表: the words of one list. */
export class CodeTableDto {
  @ApiProperty({ type: String, example: 'request-state', description: '代码表名称 / name of the table' }) name: string;
  @ApiProperty({ type: [CodeTableRowDto], description: '全部代码，按其通常次序 / its words, in their usual order' })
  items: readonly CodeTableRowDto[];
}

/** 全部代码表: few, so all of them at once. */
export class CodeTablesDto {
  @ApiProperty({ type: [CodeTableDto], description: '全部代码表 / all of them' }) items: readonly CodeTableDto[];
}
