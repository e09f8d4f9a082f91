import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import type { CommunitiesDto } from './community.dto.js';
import { communities } from './community.store.js';

/** 社区（村）名录: what anybody chooses theirs from. */
@Injectable()
export class CommunityService {
  constructor(private readonly transactor: Transactor) {}

  open(): Promise<CommunitiesDto> {
    return this.transactor.read(SYSTEM, async (tx) => ({ items: await communities(tx) }));
  }
}
