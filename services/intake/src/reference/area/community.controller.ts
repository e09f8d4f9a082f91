import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, Operation } from '@zero-distance/platform';
import { CommunitiesDto } from './community.dto.js';
import { CommunityService } from './community.service.js';

@ApiTags('区划 / Areas')
@Controller('public/communities')
export class CommunityController {
  constructor(private readonly communities: CommunityService) {}

  @Get()
  @Auth('intake.areas.open')
  @Operation({
    zh: '在用的社区和村，供居民选择自己的',
    en: 'The communities in use, for people to choose theirs',
    answers: CommunitiesDto,
  })
  open(): Promise<CommunitiesDto> {
    return this.communities.open();
  }
}
