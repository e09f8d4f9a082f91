import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grid, GridKind } from './grid.js';

/** 网格: who looks after a grid, as it is posted there. Its name and its place in the tree are those of the area of the same code. */
@Entity('grid')
export class GridEntity implements Grid {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: GridKind;
  @Column('text', { nullable: true }) workerAccountId: string | null;
  @Column('text') workerName: string;
  @Column('text') phone: string;
  @Column('text') supervisionPhone: string;
  @Column('int', { nullable: true }) buildings: number | null;
  @Column('int', { nullable: true }) households: number | null;
  @Column('int') version: number;
}
