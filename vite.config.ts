import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { consoleText, languages } from './src/messages/console.ts';

/** The browsers the console is built for: those that know `light-dark()`, which its colours are written in. */
const browsers = ['chrome123', 'edge123', 'firefox125', 'safari18'];

/**
 * Nothing is painted before the program runs: it alone knows the theme and the language, and the page is empty without
 * it. What a browser without JavaScript shows comes from the dictionaries, as all texts do.
 */
function dressPage(): Plugin {
  const words = languages.map((language) => `<p lang="${language}">${consoleText(language, 'noScript')}</p>`).join('');
  return {
    name: 'octroi-dress-page',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('<script type="module"', '<script type="module" blocking="render"').replace('{noScript}', words),
    },
  };
}

const auditor = join(import.meta.dirname, 'src/cli/auditor/browser');

export default defineConfig({
  root: 'src/console',
  plugins: [dressPage()],
  // The auditor's verification runs in the browser as it is, on what stands in for Node there.
  resolve: {
    alias: { 'octroi:auditor': join(auditor, 'verify.ts'), 'node:crypto': join(auditor, 'node-crypto.ts') },
  },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    // The server's policy allows no data: font or script, so every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      transform: { inject: { Buffer: [join(auditor, 'buffer.ts'), 'Buffer'] } },
      // Packages mark modules for servers that render React; there is no such server here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
