// The roles that rows of several services name.

/** Who needs the matter itself for their work, from the first call to the last. */
export const MATTER_READERS = [
  'intake-clerk',
  'window-clerk',
  'grid-worker',
  'dispatcher',
  'handler',
  'reviewer',
  'callback-agent',
  'mediator',
  'leader',
  'administrator',
] as const;

export const ANYBODY = [] as const;
export const ADMINISTRATOR = ['administrator'] as const;
export const CLERK = ['intake-clerk'] as const;
export const HANDLER = ['handler'] as const;
export const REVIEWER = ['reviewer'] as const;
export const GRID_WORKER = ['grid-worker'] as const;
export const DISPATCHER = ['dispatcher'] as const;
export const MEDIATOR = ['mediator'] as const;
export const AGENT = ['callback-agent'] as const;
/** 知识库: who writes down what people are to be told. */
export const KNOWERS = [...HANDLER, ...CLERK] as const;
/** Who decides what the public sees: pictures, and what is said in the knowledge base. */
export const RENDITION_DECIDERS = ['reviewer', 'publisher'] as const;
/** 随手拍: who looks at what people report before it is a request, and who sees to it that somebody does. */
export const SNAPSHOT_READERS = ['intake-clerk', 'grid-worker', 'leader', 'administrator'] as const;
/** 阵地: who looks after a service point, and its barrier, which counts by itself. */
export const POINT_KEEPERS = ['window-clerk', 'grid-worker', 'intake-clerk', 'handler'] as const;
/** 设施故障: who looks at what is broken, and who sees what becomes of it. */
export const FAULT_FINDERS = ['window-clerk', 'grid-worker', 'intake-clerk'] as const;
export const FAULT_READERS = [...FAULT_FINDERS, 'handler', 'dispatcher', 'reviewer', 'leader', 'administrator'] as const;
/** 敲门行动: who knocks at doors, and who sees how far a round is. */
export const DOOR_KNOCKERS = ['intake-clerk', 'grid-worker', 'care-worker'] as const;
export const DOOR_READERS = [...DOOR_KNOCKERS, 'leader', 'administrator'] as const;
/** 活动报名: who books people, sees who comes, and asks what came of it. */
export const BOOKERS = ['intake-clerk', 'window-clerk'] as const;
/** 办件: who handles it, and who sees what becomes of it. */
export const CASE_HANDLERS = ['window-clerk', 'grid-worker'] as const;
export const CASE_READERS = [...CASE_HANDLERS, 'intake-clerk', 'callback-agent', 'reviewer', 'leader', 'administrator'] as const;
/** 上门服务: who goes besides who looks after somebody, who agrees it, and who sees what came of it. */
export const HOME_GOERS = ['window-clerk', 'grid-worker'] as const;
export const HOME_PLANNERS = [...HOME_GOERS, 'intake-clerk'] as const;
export const HOME_READERS = [...HOME_PLANNERS, 'leader', 'administrator'] as const;
/** Who brings files of rows in. */
export const IMPORTERS = ['importer', 'administrator'] as const;
