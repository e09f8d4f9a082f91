import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { GridCardDto, GridParams } from './grid.dto.js';
import { GridService } from './grid.service.js';

/** 网格卡, without a log-in: what the sign in the grid says. */
@ApiTags('网格 / Grids')
@Controller('public/grids')
export class PublicGridController {
  constructor(private readonly grids: GridService) {}

  @Get(':code')
  @Auth('intake.grids.card')
  @Operation({
    zh: '网格卡：网格员、工作电话和监督电话',
    en: 'The card of a grid: its worker, its line and the line for complaints',
    answers: GridCardDto,
    errors: [refuse('grid.not_found')],
  })
  card(@Param() { code }: GridParams): Promise<GridCardDto> {
    return this.grids.card(code);
  }
}
