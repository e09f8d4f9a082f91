import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CategoryDto, CategoryParams, CategoryQuery, RegisterCategoryInput } from './category.dto.js';
import { CategoryService } from './category.service.js';

@ApiTags('诉求类别 / Categories')
@Controller('categories')
export class CategoryController {
  constructor(private readonly categories: CategoryService) {}

  @Put(':code')
  @Auth('intake.categories.register')
  @Importable({ register: 'categories', list: CategoryDto })
  @Operation({
    zh: '登记或修改诉求类别',
    en: 'Register or change a category',
    answers: CategoryDto,
    errors: [refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: CategoryParams,
    @Body() input: RegisterCategoryInput,
    @IfMatch() ifMatch?: number,
  ): Promise<CategoryDto> {
    return this.categories.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.categories.list')
  @Operation({ zh: '诉求类别列表', en: 'List categories', answers: ChangesPageOf(CategoryDto) })
  list(@Caller() actor: Actor, @Query() query: CategoryQuery): Promise<Page<CategoryDto>> {
    return this.categories.list(actor, query);
  }
}
