// Builds the auditor's verifier: one file without dependencies, dist/octroi-verify.mjs.
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

await build({
  configFile: false,
  logLevel: 'warn',
  root,
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'src/cli/auditor/main.ts'),
    outDir: join(root, 'dist/verifier'),
    target: 'node20',
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'octroi-verify.mjs', codeSplitting: false } },
  },
});
