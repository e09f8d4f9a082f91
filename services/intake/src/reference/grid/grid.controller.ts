import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, areaAncestry } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseArea } from '../area/area.errors.js';
import { GridDto, GridParams, GridQuery, RegisterGridInput } from './grid.dto.js';
import { GridService } from './grid.service.js';

@ApiTags('网格 / Grids')
@Controller('grids')
export class GridController {
  constructor(private readonly grids: GridService) {}

  @Put(':code')
  @Auth('intake.grids.register')
  @Importable({ register: 'grids', list: GridDto, needs: areaAncestry })
  @Operation({
    zh: '登记或修改网格的网格员、电话和户数；区划须已登记',
    en: 'Register or change who looks after a grid; its area has to be registered',
    answers: GridDto,
    errors: [refuseArea('area.not_found'), refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: GridParams,
    @Body() input: RegisterGridInput,
    @IfMatch() ifMatch?: number,
  ): Promise<GridDto> {
    return this.grids.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.grids.list')
  @Operation({ zh: '网格列表', en: 'List grids', answers: ChangesPageOf(GridDto) })
  list(@Caller() actor: Actor, @Query() query: GridQuery): Promise<Page<GridDto>> {
    return this.grids.list(actor, query);
  }
}
