import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Boundary, RegisteredBoundary } from './area-boundary.js';

/** 区划边界. A table of its own: nobody who reads areas reads thousands of points with them. */
@Entity('area_boundary')
export class AreaBoundaryEntity implements RegisteredBoundary {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('jsonb') geometry: Boundary;
  @Column('float8') west: number;
  @Column('float8') south: number;
  @Column('float8') east: number;
  @Column('float8') north: number;
  @Column('int') version: number;
}
