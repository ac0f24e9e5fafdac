import type { Succession } from '../schema/catalogue.ts';

/** Every name of a service, the oldest first. */
export function namesOverTime(service: string, successions: readonly Succession[]): readonly string[] {
  const names = [service];
  for (;;) {
    const before = successions.find(({ succeededBy }) => succeededBy === names[0])?.service;
    if (before === undefined || names.includes(before)) break;
    names.unshift(before);
  }
  for (;;) {
    const after = successions.find((one) => one.service === names.at(-1))?.succeededBy;
    if (after === undefined || names.includes(after)) return names;
    names.push(after);
  }
}
