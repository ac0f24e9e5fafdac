// What the one file begins with: a hook is answered at once, and all else is unpacked first.
import { hook } from './hook.ts';
import { unpacked } from './packed.ts';

const [command, ...words] = process.argv.slice(2);
const isAsking = words.length === 0 || words[0] === '--state';
if (command === 'hook' && isAsking) process.exitCode = hook(words, process.env);
else void unpacked().then(({ main }) => main(process.argv.slice(2)));
