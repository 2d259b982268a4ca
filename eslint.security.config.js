import security from 'eslint-plugin-security';
import tseslint from 'typescript-eslint';

/** What no file of ours may do, whatever it says in comments: run text as code, hide its direction, read memory that is not its own. */
export default [
  { ignores: ['**/node_modules/**', 'dist/**', 'data/**', '.cache/**', '.nx/**', 'libs/contracts/src/**', 'coverage/**'] },
  {
    files: ['**/*.{js,cjs,mjs,ts,tsx}'],
    languageOptions: { parser: tseslint.parser, globals: { setTimeout: 'readonly', setInterval: 'readonly', setImmediate: 'readonly' } },
    plugins: { security },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'security/detect-eval-with-expression': 'error',
      'security/detect-bidi-characters': 'error',
      'security/detect-new-buffer': 'error',
      'security/detect-buffer-noassert': 'error',
      'security/detect-pseudoRandomBytes': 'error',
      'security/detect-disable-mustache-escape': 'error',
    },
  },
];
