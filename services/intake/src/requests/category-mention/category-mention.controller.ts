import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CategoryParams } from '../../reference/category/category.dto.js';
import { CategoryMentionsDto } from './category-mention.dto.js';
import { CategoryMentionService } from './category-mention.service.js';

@ApiTags('诉求类别 / Categories')
@Controller('categories')
export class CategoryMentionController {
  constructor(private readonly mentions: CategoryMentionService) {}

  @Get(':code/mentions')
  @Auth('intake.categories.mentions')
  @Operation({
    zh: '某类别尚在哪里被提及：未结诉求、知识条目、其他类别、职责条目，以及替代类别',
    en: 'Where a category is named yet: open requests, knowledge entries, other categories, entries of the responsibility list; and what is used instead',
    answers: CategoryMentionsDto,
    errors: [refuse('category.not_found')],
  })
  of(@Caller() actor: Actor, @Param() { code }: CategoryParams): Promise<CategoryMentionsDto> {
    return this.mentions.of(actor, code);
  }
}
