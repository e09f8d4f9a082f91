import { ApiProperty } from '@nestjs/swagger';
import { OfRegister } from '@zero-distance/platform';

/** 尚在提及: where a category is named yet. */
export class CategoryMentionsDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '010306',
    description: '替代类别，在用的为空 / the category used instead; null while it is in use',
  })
  @OfRegister('category')
  successorCategory: string | null;
  @ApiProperty({ type: 'integer', minimum: 0, description: '未结诉求件数，照常办理 / open requests that are filed under it and go on' })
  openRequests: number;
  @ApiProperty({
    type: [String],
    example: [],
    description: '未撤下的知识条目，至多200条 / knowledge entries that are not retired, 200 at most',
  })
  knowledgeEntryIds: string[];
  @ApiProperty({ type: [String], example: [], description: '将其列为易混淆的类别 / categories that say they are confused with it' })
  @OfRegister('category')
  confusedWith: string[];
  @ApiProperty({ type: [String], example: [], description: '由其替代的已停用类别 / retired categories that it is used instead of' })
  @OfRegister('category')
  predecessors: string[];
  @ApiProperty({
    type: [String],
    description: '可据以查询职责条目的地址 / where the entries of the responsibility list that name it are listed',
  })
  elsewhere: string[];
}
