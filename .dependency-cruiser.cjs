/** Boundaries between projects and between the rooms of a service. Each rule has a spec that plants a violation. */
const room = (name) => `^services/([^/]+)/src/${name}/`;

module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is the vocabulary of the rules: it depends on nobody.',
      severity: 'error',
      from: { path: '^libs/kernel/src/' },
      to: { pathNot: '^libs/kernel/src/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules know the kernel, the code lists, the types of events and their own stream, nothing that does anything.',
      severity: 'error',
      from: { path: room('domain'), pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^services/$1/src/domain/',
          '^libs/(kernel|catalogue|contracts)/',
          '^libs/eventing/src/(index|stream)\\.ts$',
          '^libs/platform/src/access/tree\\.port\\.ts$',
          '^libs/platform/src/index\\.ts$',
          '^node_modules/(immutable|zod|fast-check)/',
          '^crypto$',
        ],
      },
    },
    {
      name: 'no-other-service',
      comment: 'Services know each other by events and gRPC only; their tests may start the real ones beside them.',
      severity: 'error',
      from: { path: '^services/([^/]+)/(src/|main)', pathNot: ['^services/all/', '\\.spec\\.ts$'] },
      to: { path: '^services/([^/]+)/', pathNot: '^services/($1/|all/test-(city|clock)\\.ts$)' },
    },
    {
      name: 'projections-only-read-events',
      comment: 'A projection is a fold: it sends no command and asks nobody.',
      severity: 'error',
      from: { path: room('projections'), pathNot: '\\.spec\\.ts$' },
      to: { path: '^services/([^/]+)/src/(application|policies|api)/' },
    },
    {
      name: 'engines-need-ports-only',
      comment: 'Engines work with any adapter.',
      severity: 'error',
      from: { path: '^libs/eventing/src/' },
      to: { path: '^(libs/(adapters|platform|testing)|services)/' },
    },
    {
      name: 'adapters-chosen-in-one-place',
      comment: 'Only the runtimes and tests know which adapter stands behind a port.',
      severity: 'error',
      from: { pathNot: ['^libs/platform/src/runtime/', '^libs/adapters/', '/test/', '\\.spec\\.ts$', '^tools/', '^services/(all|gateway)/[^/]+\\.ts$'] },
      to: { path: '^libs/adapters/' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^libs/adapters/([^/]+)/src/' },
      to: { path: '^libs/adapters/([^/]+)/', pathNot: '^libs/adapters/$1/' },
    },
    {
      name: 'not-in-production',
      comment: 'What ships imports no tool, for tests or otherwise.',
      severity: 'error',
      from: { path: '^(libs/(adapters/)?|services/)[^/]+/(src/|main\\.ts)', pathNot: ['\\.spec\\.ts$', '^libs/testing/', '\\.samples\\.ts$'] },
      to: { path: '^(libs/testing|tools|node_modules/(@jest|jest|fast-check))/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|web/|\\.cache)' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json'] },
  },
};
