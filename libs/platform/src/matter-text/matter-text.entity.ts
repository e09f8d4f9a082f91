import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 诉求内容 as this service keeps it: sealed under its own keys, one row a request. The title stands apart, for lists. */
@Entity('matter_text')
export class MatterTextEntity {
  @PrimaryColumn('uuid') requestId: string;
  @Column('text') sealedTitle: string;
  /** The whole text with its title, place and point. */
  @Column('text') sealedText: string;
}
