import tseslint from 'typescript-eslint';

/** Words that say nothing about what a file holds. */
const emptyNames = /(^|\/)(utils?|common|helpers?|manager|base)\.tsx?$/;

/** A file is named after its concept. */
const namedFiles = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      if (emptyNames.test(context.filename))
        context.report({ node, message: 'Name the file after its concept, not "util", "common", "helper", "manager" or "base".' });
    },
  }),
};

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'dist/**', 'data/**', '.cache/**', '.nx/**', 'libs/contracts/src/**', 'web/src/api/schema.d.ts', '**/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { zhitong: { rules: { 'named-files': namedFiles } } },
    rules: {
      'zhitong/named-files': 'error',
      // Numbers and booleans read well in sentences.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An async method keeps a port's promise even where nothing is awaited.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      // Ports are objects of closures here; where `this` matters, classes keep it private.
      '@typescript-eslint/unbound-method': 'off',
      // What an await or a callback changes is invisible to these.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/cqrs',
              importNames: ['AggregateRoot', 'EventBus', 'EventPublisher', 'Saga', 'EventsHandler'],
              message: 'They dispatch in memory: a crash loses the event.',
            },
          ],
        },
      ],
    },
  },
  {
    // Time, chance and environment come in with the command (REL-10).
    files: ['services/*/src/domain/**/*.ts', 'libs/kernel/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'performance', 'crypto', 'setTimeout', 'setInterval', 'fetch'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
        { selector: "Literal[value='VALIDATION_FAILED']", message: 'A rule has a code of its own: who is refused reads what to mend.' },
      ],
    },
  },
  {
    files: ['services/*/src/**/*.ts', 'libs/{kernel,catalogue,eventing}/src/**/*.ts'],
    // The engines work on streams and rows of any type: the four places where a stored thing meets its type again.
    ignores: [
      '**/*.spec.ts',
      'services/gateway/**',
      'libs/eventing/src/{stream-handler,policy-runner,projected-work,deadline-ticker}.ts',
      'libs/catalogue/src/schema.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts', 'libs/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Matchers and answers of the public API are `any` by nature.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // Adapters speak to libraries without types, tools to the output of servers.
    files: ['libs/adapters/**/*.ts', 'tools/**/*.ts', 'libs/catalogue/src/schema.ts', 'libs/platform/src/service/buses.ts', 'libs/eventing/src/projection.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
);
