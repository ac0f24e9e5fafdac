import { v7 } from 'uuid';

/** Makes record and object ids. Handed in by the wiring, so that a test decides them. */
export type IdMaker = () => string;

/** UUID version 7 (RFC 9562): sorts by time of creation, so that an index grows at its end. */
export const timeOrderedId: IdMaker = () => v7();
