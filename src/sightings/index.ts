export { addCounts } from './counts.ts';
export { type Import, readSightings, type SightingsRead } from './read-sightings.ts';
export { forgetLines, recordSighted, type SightedLine, type SightingBooks } from './record-sighted.ts';
