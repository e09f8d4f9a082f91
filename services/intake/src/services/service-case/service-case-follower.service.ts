import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ResidentFollowers } from '../../people/resident/resident-followers.service.js';
import { endCases, eraseCases, eraseCasesByPhone, moveCases } from './service-case-people.store.js';

/** 办件随档案: a case follows the files of who applied and for whom. It is handled where it was, wherever they live. */
@Injectable()
export class ServiceCaseFollower implements OnModuleInit {
  constructor(private readonly followers: ResidentFollowers) {}

  onModuleInit(): void {
    this.followers.follow({ end: endCases, erase: eraseCases, move: async () => {}, handOver: moveCases });
    this.followers.followCases({ eraseByPhone: eraseCasesByPhone });
  }
}
