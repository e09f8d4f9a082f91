import { bootstrap } from '@zero-distance/platform';
import { CaseMediationModule } from './case-mediation.module.js';
import { config } from './config.js';

void bootstrap({
  service: 'case-mediation',
  module: CaseMediationModule,
  config,
  title: { zh: '矛盾纠纷调解', en: 'Case mediation' },
});
