import 'reflect-metadata';
import { bootstrap } from '@zero-distance/platform';
import { config } from './config.js';
import { EvaluationModule } from './evaluation.module.js';

void bootstrap({ service: 'evaluation', module: EvaluationModule, config, title: { zh: '评价与公示', en: 'Evaluation' } });
