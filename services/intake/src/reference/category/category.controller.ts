import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  CategoryDto,
  CategoryParams,
  CategoryQuery,
  RegisterCategoryInput,
  RetireCategoryInput,
  RetiredCategoryParams,
} from './category.dto.js';
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
    errors: [refuse('category.retired'), refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: CategoryParams,
    @Body() input: RegisterCategoryInput,
    @IfMatch() ifMatch?: number,
  ): Promise<CategoryDto> {
    return this.categories.register(actor, code, input, ifMatch);
  }

  @Post(':code/retire')
  @HttpCode(200)
  @Auth('intake.categories.retire')
  @Operation({
    zh: '停用诉求类别：此后归入替代类别，已受理的照常办理',
    en: 'Retire a category: what comes in from now on goes under its successor, what is there goes on',
    answers: CategoryDto,
    errors: [refuse('category.not_found'), refuse('category.retired'), refuse('category.successor_wanted')],
  })
  retire(
    @Caller() actor: Actor,
    @Param() { code }: RetiredCategoryParams,
    @Body() { successorCategory }: RetireCategoryInput,
    @IfMatch() ifMatch?: number,
  ): Promise<CategoryDto> {
    return this.categories.retire(actor, code, successorCategory, ifMatch);
  }

  @Get()
  @Auth('intake.categories.list')
  @Operation({ zh: '诉求类别列表', en: 'List categories', answers: ChangesPageOf(CategoryDto) })
  list(@Caller() actor: Actor, @Query() query: CategoryQuery): Promise<Page<CategoryDto>> {
    return this.categories.list(actor, query);
  }
}
