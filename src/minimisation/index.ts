export { type DecidedAgain, type Savings, SavingsTally } from './savings.ts';
export { type Minimisation, mondayOf, Tally } from './tally.ts';
