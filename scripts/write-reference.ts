// Writes docs/reference from the tables the program itself uses, so that the pages cannot say anything else.
// `npm run reference` writes them; a test compares them with what would be written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference-pages.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'reference');

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(referencePages())) writeFileSync(join(folder, name), text);
