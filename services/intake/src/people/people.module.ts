import { CareController } from './care/care.controller.js';
import { CareService } from './care/care.service.js';
import { GroupCoverageController } from './group-coverage/group-coverage.controller.js';
import { GroupCoverageService } from './group-coverage/group-coverage.service.js';
import { KeyPersonController } from './key-person/key-person.controller.js';
import { KeyPersonEntity, KeyPersonHistoryEntity, VisitEntity } from './key-person/key-person.entity.js';
import { KeyPersonService } from './key-person/key-person.service.js';
import { KeyPersonClock } from './key-person/key-person-clock.service.js';
import { PastCareController } from './past-care/past-care.controller.js';
import { PastCareEntity } from './past-care/past-care.entity.js';
import { PastCareService } from './past-care/past-care.service.js';
import { PersonErasureController } from './person-erasure/person-erasure.controller.js';
import { PersonErasureService } from './person-erasure/person-erasure.service.js';
import { GroupMembershipService } from './resident/group-membership.service.js';
import { ResidentController } from './resident/resident.controller.js';
import { ResidentEntity, ResidentHistoryEntity, ResidentIdNumberEntity } from './resident/resident.entity.js';
import { ResidentService } from './resident/resident.service.js';
import { ResidentClock } from './resident/resident-clock.service.js';
import { ResidentEndService } from './resident/resident-end.service.js';
import { ResidentFindService } from './resident/resident-find.service.js';
import { ResidentFollowers } from './resident/resident-followers.service.js';
import { ResidentGroupController } from './resident-group/resident-group.controller.js';
import { GroupMembershipEntity, ResidentGroupEntity } from './resident-group/resident-group.entity.js';
import { ResidentGroupService } from './resident-group/resident-group.service.js';
import { ResidentReferenceController } from './resident-reference/resident-reference.controller.js';
import { ResidentReferenceEntity } from './resident-reference/resident-reference.entity.js';
import { ResidentReferenceService } from './resident-reference/resident-reference.service.js';

/** What the people of the district add to the service. */
export const PEOPLE_ENTITIES = [
  ResidentEntity,
  ResidentHistoryEntity,
  ResidentIdNumberEntity,
  ResidentReferenceEntity,
  ResidentGroupEntity,
  GroupMembershipEntity,
  KeyPersonEntity,
  KeyPersonHistoryEntity,
  VisitEntity,
  PastCareEntity,
];
export const PEOPLE_CONTROLLERS = [
  ResidentController,
  ResidentReferenceController,
  ResidentGroupController,
  GroupCoverageController,
  CareController,
  KeyPersonController,
  PastCareController,
  PersonErasureController,
];
export const PEOPLE_PROVIDERS = [
  ResidentService,
  ResidentReferenceService,
  GroupMembershipService,
  ResidentEndService,
  ResidentFindService,
  ResidentFollowers,
  ResidentClock,
  ResidentGroupService,
  GroupCoverageService,
  CareService,
  KeyPersonService,
  KeyPersonClock,
  PastCareService,
  PersonErasureService,
];
