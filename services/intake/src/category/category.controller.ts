import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { CategoryDto, CategoryQuery, RegisterCategoryDto } from './category.dto.js';
import { CategoryService } from './category.service.js';

const CODE = { name: 'code', schema: { type: 'string', example: '010204' }, description: '类别代码 / category code' };

@ApiTags('诉求类别 categories')
@Controller('categories')
export class CategoryController {
  constructor(private readonly categories: CategoryService) {}

  @Put(':code')
  @Auth('intake.categories.register')
  @ApiParam(CODE)
  @Operation({
    zh: '登记或修改诉求类别',
    en: 'Register or change a category',
    answers: CategoryDto,
    errors: [refuse('category.code_invalid'), refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param('code') code: string,
    @Body() input: RegisterCategoryDto,
    @IfMatch() ifMatch?: number,
  ): Promise<CategoryDto> {
    return this.categories.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.categories.list')
  @Operation({ zh: '诉求类别列表', en: 'List categories', answers: PageOf(CategoryDto) })
  list(@Caller() actor: Actor, @Query() query: CategoryQuery): Promise<Page<CategoryDto>> {
    return this.categories.list(actor, query);
  }
}
