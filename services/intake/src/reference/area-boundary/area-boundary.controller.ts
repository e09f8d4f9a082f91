import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, areaAncestry } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseArea } from '../area/area.errors.js';
import {
  AreaBoundaryDto,
  AreaBoundaryParams,
  AreaBoundaryQuery,
  AreasAtDto,
  PointQuery,
  RegisterAreaBoundaryInput,
} from './area-boundary.dto.js';
import { AreaBoundaryService } from './area-boundary.service.js';

/** Boundaries of one transaction: each may have thousands of points. */
const TOGETHER = 20;

@ApiTags('区划边界 / Boundaries of areas')
@Controller('area-boundaries')
export class AreaBoundaryController {
  constructor(private readonly boundaries: AreaBoundaryService) {}

  @Put(':code')
  @Auth('intake.areaBoundaries.register')
  @Importable({ register: 'area-boundaries', list: AreaBoundaryDto, isOnMaps: true, together: TOGETHER, needs: areaAncestry })
  @Operation({
    zh: '登记或修改区划边界',
    en: 'Register or change the boundary of an area',
    answers: AreaBoundaryDto,
    errors: [
      refuseArea('area.not_found'),
      refuse('area_boundary.too_many_points'),
      refuse('area_boundary.no_position'),
      refuse('area_boundary.ring_too_short'),
      refuse('area_boundary.ring_open'),
      refuse('area_boundary.ring_crosses_itself'),
      refuse('area_boundary.ring_without_area'),
      refuse('area_boundary.outside_parent'),
      refuse('register.changed_meanwhile'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: AreaBoundaryParams,
    @Body() input: RegisterAreaBoundaryInput,
    @IfMatch() ifMatch?: number,
  ): Promise<AreaBoundaryDto> {
    return this.boundaries.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.areaBoundaries.list')
  @Operation({
    zh: '区划边界列表；Accept: application/geo+json 导出为 GeoJSON 文件',
    en: 'List boundaries; Accept: application/geo+json gives a file of GeoJSON',
    answers: ChangesPageOf(AreaBoundaryDto),
  })
  list(@Caller() actor: Actor, @Query() query: AreaBoundaryQuery): Promise<Page<AreaBoundaryDto>> {
    return this.boundaries.list(actor, query);
  }

  @Get('at')
  @Auth('intake.areaBoundaries.at')
  @Operation({
    zh: '落点所在的区划，由大到小，最后为网格',
    en: 'The areas that a point lies in, the widest first, the grid last',
    answers: AreasAtDto,
    errors: [refuse('area_boundary.nothing_there')],
  })
  at(@Caller() actor: Actor, @Query() { point }: PointQuery): Promise<AreasAtDto> {
    return this.boundaries.at(actor, point);
  }

  @Get(':code')
  @Auth('intake.areaBoundaries.get')
  @Operation({
    zh: '查看区划边界',
    en: 'Get the boundary of an area',
    answers: AreaBoundaryDto,
    errors: [refuse('area_boundary.not_found')],
  })
  get(@Caller() actor: Actor, @Param() { code }: AreaBoundaryParams): Promise<AreaBoundaryDto> {
    return this.boundaries.get(actor, code);
  }
}
