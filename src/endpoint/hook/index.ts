export { answerHook } from './answer-hook.ts';
export { installedBundle, installedFolder } from './installed-bundle.ts';
