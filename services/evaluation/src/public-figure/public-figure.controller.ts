import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { PublicFigureQuery, PublicFiguresDto } from './public-figure.dto.js';
import { PublicFigureService } from './public-figure.service.js';

const ERRORS = [refuse('period.not_public'), refuse('period.not_published'), refuse('period.none_published')];

@ApiTags('指标 / Figures')
@Controller('public/figures')
export class PublicFigureController {
  constructor(private readonly figures: PublicFigureService) {}

  @Get()
  @Auth('evaluation.figures.public')
  @Operation({ zh: '公示指标', en: 'Public figures', answers: PublicFiguresDto, errors: ERRORS })
  ofArea(@Query() query: PublicFigureQuery): Promise<PublicFiguresDto> {
    return this.figures.ofArea(query);
  }
}
