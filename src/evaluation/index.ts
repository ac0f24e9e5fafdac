export type { Choice, Model } from './model/model.ts';
export { evaluateInThread } from './thread/evaluate-in-thread.ts';
