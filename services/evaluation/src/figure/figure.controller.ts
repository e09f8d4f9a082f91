import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { AreaFiguresDto, ComparisonDto, ComparisonQuery, FigureQuery } from './figure.dto.js';
import { FigureService } from './figure.service.js';

const ERRORS = [refuse('period.invalid'), refuse('period.too_short')];

@ApiTags('指标 / Figures')
@Controller()
export class FigureController {
  constructor(private readonly figures: FigureService) {}

  @Get('figures')
  @Auth('evaluation.figures.get')
  @Operation({ zh: '区划指标', en: 'Figures of an area', answers: AreaFiguresDto, errors: [...ERRORS, refuse('figure.not_found')] })
  ofArea(@Caller() actor: Actor, @Query() query: FigureQuery): Promise<AreaFiguresDto> {
    return this.figures.ofArea(actor, query);
  }

  @Get('figures/comparison')
  @Auth('evaluation.figures.compare')
  @Operation({ zh: '同类区划比较', en: 'Areas of one type compared', answers: ComparisonDto, errors: ERRORS })
  compare(@Caller() actor: Actor, @Query() query: ComparisonQuery): Promise<ComparisonDto> {
    return this.figures.compare(actor, query);
  }
}
