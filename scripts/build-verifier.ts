// Builds the auditor's verifier: one file without dependencies, dist/verifier/octroi-verify.mjs. `npm run build:verifier`
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/** Bundles it into a folder, as `octroi-verify.mjs`. */
export async function buildVerifier(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli/auditor/main.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'octroi-verify.mjs', codeSplitting: false } },
    },
  });
}

if (import.meta.main) await buildVerifier(join(root, 'dist', 'verifier'));
