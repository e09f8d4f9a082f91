import { ApiProperty } from '@nestjs/swagger';

/** 社区（村）, as anybody finds theirs. */
export class CommunityDto {
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' }) code: string;
  @ApiProperty({ type: String, example: '学府社区居民委员会', description: '名称 / its name' }) name: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '桃东街道办事处',
    description: '所在街道（乡镇） / the street or township that it lies in',
  })
  streetName: string | null;
}

/** 社区（村）名录. */
export class CommunitiesDto {
  @ApiProperty({ type: [CommunityDto], description: '在用的，按区划代码 / those in use, by code' }) items: CommunityDto[];
}
