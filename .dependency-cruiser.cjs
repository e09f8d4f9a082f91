// The laws of the house (docs/decisions, CONTRIBUTING.md), as import rules. `npm test` runs them and proves that each
// of them catches a planted violation (scripts/laws.spec.ts).

// The services with a domain. The gateway has no domain rules, so only laws 1 and 2 hold there.
const DOMAIN = '^services/(?!gateway/)[^/]+/src/';
// A pure file: no suffix (work-order.ts), or one of these; not the service's own wiring.
const PURE = `${DOMAIN}[^.]+(?:\\.(?:transitions|errors))?\\.ts$`;
const WIRING = `${DOMAIN}(?:migrations/|(?:main|[a-z-]+-main|config|(?:(?:past|register|succession)-)?events|code-tables|[^/]+\\.module)\\.ts$)`;
const TEST = '(?:\\.spec\\.ts$|/test/)';
const layer = (...suffixes) => `${DOMAIN}.+\\.(?:${suffixes.join('|')})\\.ts$`;
const WORDS = '^libs/(?:kernel|calendar|contracts|personal-data)/';

// The quarters of a service with many nouns, each before those that may import it. Some have no noun yet.
const QUARTERS = {
  intake: ['reference', 'requests', 'people', 'services', 'interchange'],
  dispatch: ['reference', 'deadlines', 'orders'],
};

/** Law 3 between the quarters of one service: a quarter imports those before it alone, and what is in none of them imports none of them. */
const quarterLaw = ([service, quarters]) => {
  const folder = (names) => `^services/${service}/src/(?:${names.join('|')})/`;
  const law = {
    name: 'quarter-imports-upwards',
    comment: `Law 3. Imports between the quarters of ${service} run one way: ${quarters.join(' ← ')}. What is in none is what all use, or wiring.`,
    severity: 'error',
  };
  return [
    ...quarters
      .slice(0, -1)
      .map((quarter, i) => ({ ...law, from: { path: folder([quarter]) }, to: { path: folder(quarters.slice(i + 1)) } })),
    { ...law, from: { path: `^services/${service}/src/`, pathNot: [folder(quarters), WIRING] }, to: { path: folder(quarters) } },
  ];
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'service-imports-service',
      comment: 'Law 1. A service hears events of another; it never imports it.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'library-knows-service',
      comment: 'Law 2. Libraries know no service, no deployment and no script.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(?:services|deploy|scripts|e2e|bench)/' },
    },
    {
      name: 'kernel-imports',
      comment: 'Law 2. The kernel imports nothing but Node itself.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: TEST },
      to: { pathNot: '^libs/kernel/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'words-import-machinery',
      comment: 'Law 2. Calendar, contracts and personal data are words: they may use each other and the kernel, never the machinery.',
      severity: 'error',
      from: { path: '^libs/(?:calendar|contracts|personal-data)/', pathNot: TEST },
      to: { path: '^libs/', pathNot: WORDS },
    },
    {
      name: 'persistence-imports-upwards',
      comment: 'Law 2. The data layer stands under the event path and the platform, not on them.',
      severity: 'error',
      from: { path: '^libs/persistence/', pathNot: TEST },
      to: { path: '^libs/(?:messaging|platform)/' },
    },
    {
      name: 'messaging-imports-platform',
      comment: 'Law 2. The event path stands under the platform, not on it.',
      severity: 'error',
      from: { path: '^libs/messaging/' },
      to: { path: '^libs/platform/' },
    },
    {
      name: 'pure-file-imports',
      comment:
        'Law 3. Rules import kernel, calendar, contracts, personal data and pure files, and what cuts a text into words or knows what lies in a polygon: no framework, no storage, no I/O.',
      severity: 'error',
      from: { path: PURE, pathNot: WIRING },
      to: { pathNot: [PURE, WORDS, 'node_modules/@node-rs/jieba/', '/point-in-polygon-hao/', '^(?:node:)?(?:crypto|util)$'] },
    },
    {
      name: 'pure-file-imports-wiring',
      comment: 'Law 3. Policy comes to a rule as an argument, not from the configuration.',
      severity: 'error',
      from: { path: PURE, pathNot: WIRING },
      to: { path: WIRING },
    },
    {
      name: 'entity-imports-upwards',
      comment: 'Law 3. controller → service → store → entity: an entity is columns only.',
      severity: 'error',
      from: { path: layer('entity') },
      to: { path: layer('store', 'service', 'reactions', 'controller', 'dto', 'view', 'events', 'module') },
    },
    {
      name: 'definition-imports-upwards',
      comment: 'Law 3. What the database runs is made of rules: no use case, no storage.',
      severity: 'error',
      from: { path: layer('definition') },
      to: { path: layer('entity', 'store', 'service', 'controller', 'dto', 'events', 'module') },
    },
    {
      name: 'store-imports-upwards',
      comment: 'Law 3. controller → service → store → entity: a store knows rows and the domain, not its callers.',
      severity: 'error',
      from: { path: layer('store') },
      to: { path: layer('service', 'reactions', 'controller', 'dto', 'view', 'events', 'module') },
    },
    {
      name: 'service-imports-upwards',
      comment: 'Law 3. controller → service → store → entity: a use case does not know who calls it.',
      severity: 'error',
      from: { path: layer('service', 'reactions') },
      to: { path: layer('controller', 'events', 'module') },
    },
    {
      name: 'dto-imports-storage',
      comment: 'Law 3. What goes over HTTP is not what is stored.',
      severity: 'error',
      from: { path: layer('dto') },
      to: { path: layer('entity', 'store', 'service', 'reactions', 'view', 'controller', 'events', 'module') },
    },
    {
      name: 'view-imports-storage',
      comment: 'Law 3. A view makes an answer of what the use case has: it reads nothing.',
      severity: 'error',
      from: { path: layer('view') },
      to: { path: layer('entity', 'store', 'service', 'reactions', 'controller', 'events', 'module') },
    },
    {
      name: 'controller-skips-service',
      comment: 'Law 3. HTTP in, HTTP out: a controller calls use cases, never storage.',
      severity: 'error',
      from: { path: layer('controller') },
      to: { path: layer('store', 'entity', 'reactions', 'controller') },
    },
    {
      name: 'imports-wiring',
      comment: 'Nothing is built on main, the module, the event list or the code tables of a service: they are where it is put together.',
      severity: 'error',
      from: { path: DOMAIN, pathNot: [WIRING, TEST] },
      to: { path: `${DOMAIN}(?:main|[a-z-]+-main|(?:(?:past|register|succession)-)?events|code-tables|[^/]+\\.module)\\.ts$` },
    },
    ...Object.entries(QUARTERS).flatMap(quarterLaw),
    {
      name: 'barrel',
      comment: 'No barrels inside a service: import the file that has it.',
      severity: 'error',
      from: {},
      to: { path: '^services/[^/]+/src/(?!migrations/).*index\\.ts$' },
    },
    {
      name: 'product-imports-test',
      comment: 'What is tested does not know its tests.',
      severity: 'error',
      from: { path: '^(?:libs|services)/[^/]+/src/', pathNot: ['\\.spec\\.ts$', '^libs/testing/'] },
      to: { path: ['^libs/testing/', '\\.spec\\.ts$'] },
    },
    {
      name: 'circular',
      comment: 'Files that need each other are one file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'unresolvable', comment: 'An import of nothing.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no JavaScript API
    doNotFollow: { path: ['node_modules', '^(?:libs|services|deploy|bench)/[^/]*/?dist/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
