/** How this program is called here: by its name where it is installed, through npx in a clone, where npm has started it. */
export const calledAs = process.env['npm_execpath'] ? 'npx octroi' : 'octroi';
