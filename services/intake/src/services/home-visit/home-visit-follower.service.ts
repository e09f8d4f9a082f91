import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ResidentFollowers } from '../../people/resident/resident-followers.service.js';
import { endVisits, eraseVisits, followResident, moveVisits } from './home-visit-people.store.js';

/** 上门随档案: what is agreed follows the file of whom it is for. */
@Injectable()
export class HomeVisitFollower implements OnModuleInit {
  constructor(private readonly followers: ResidentFollowers) {}

  onModuleInit(): void {
    this.followers.follow({ end: endVisits, erase: eraseVisits, move: followResident, handOver: moveVisits });
  }
}
