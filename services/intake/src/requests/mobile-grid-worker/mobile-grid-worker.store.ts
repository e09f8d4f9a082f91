import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { MobileGridWorkerEntity } from './mobile-grid-worker.entity.js';
import { refuseWorker } from './mobile-grid-worker.errors.js';

/** Told to nobody: points and honours are intake's. There is no order by points, and no list that has them: nobody is set against others. */
export const MOBILE_GRID_WORKERS = defineRegister({
  entity: MobileGridWorkerEntity,
  key: 'code',
  /** They see themselves; no organisation takes part in one, so it sees those of its territory. */
  visible: { by: 'matter', participants: 'id', takenInBy: 'account_id', recuses: false },
  notFound: (code) => refuseWorker('mobile_grid_worker.not_found', { code }),
  filters: { pioneer: (is: boolean) => (is ? 't.pioneer' : 'not t.pioneer') },
  lies: { in: 'areaCode', service: 'intake' },
  unique: 'mobile_grid_worker_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  idTaken: { mobile_grid_worker_account_key: () => refuseWorker('mobile_grid_worker.account_taken', {}, '/accountId') },
});
