import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 查看记录: who looked at whose personal data, when and what for. Never changed, kept at least six months. */
@Entity('access_record')
export class AccessRecordEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('text') actorId: string;
  @Column('text') purpose: string;
  @Column('timestamptz') at: Date;
}
