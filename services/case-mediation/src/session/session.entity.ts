import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Session } from './session.js';

@Entity('session')
export class SessionEntity implements Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('timestamptz') heldAt: Date;
  @Column('text') place: string;
  @Column('text') minutes: string | null;
  @Column('boolean') extensionAskedByAll: boolean;
  @Column('timestamptz') recordedAt: Date;
}
