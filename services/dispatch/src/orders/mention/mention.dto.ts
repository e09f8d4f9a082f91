import { ApiProperty } from '@nestjs/swagger';
import { OfRegister } from '@zero-distance/platform';

/** An entry of the responsibility list that names an organisation. */
export class MentioningEntryDto {
  @ApiProperty({ description: '条目代码 / its code', example: 'street-lamps' }) code: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ description: '作为主办，否则为协办 / as lead; else as co-handler', example: true }) lead: boolean;
}

/** 尚在提及: where an organisation is named yet. */
export class MentionsDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: '未结工单（主办或协办） / open orders that it leads or helps with' })
  openOrders: number;
  @ApiProperty({ type: [MentioningEntryDto], description: '现行或将生效的职责条目 / entries of the list in force or about to be' })
  responsibilities: MentioningEntryDto[];
  @ApiProperty({ type: [String], description: '下级单位代码 / codes of the organisations that belong to it', example: [] })
  @OfRegister('organisation')
  belonging: string[];
  @ApiProperty({
    type: [String],
    description: '由其承接的已撤销单位代码 / codes of those that are no more and whose work it does',
    example: [],
  })
  @OfRegister('organisation')
  predecessors: string[];
  @ApiProperty({ type: [String], description: '可据以查询账号和客户端的地址 / where accounts and clients that act for it are listed' })
  elsewhere: string[];
}
