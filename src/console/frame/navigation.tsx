import { type Address, start } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { useWords } from '../language/use-words.ts';
import { isOpenTo } from '../session/is-open-to.ts';
import { useMay } from '../session/use-may.ts';
import './navigation.css';

type Goal = { readonly to: Address; readonly text: (typeof goalTexts)[keyof typeof goalTexts] };

const goalTexts = {
  exchanges: 'nav.exchanges',
  ledger: 'nav.ledger',
  matrix: 'nav.matrix',
  policy: 'nav.policy',
  catalogue: 'nav.catalogue',
  contracts: 'nav.contracts',
  keys: 'nav.keys',
  approvals: 'nav.approvals',
  posture: 'nav.posture',
  evaluation: 'nav.evaluation',
  minimisation: 'nav.minimisation',
  egress: 'nav.egress',
  fleet: 'nav.fleet',
  retention: 'nav.retention',
  vendor: 'nav.vendor',
  requests: 'nav.requests',
  trainings: 'nav.trainings',
  team: 'nav.team',
} as const;

// By the question one comes with.
const groups = [
  {
    name: 'nav.left',
    goals: [
      { to: start, text: 'nav.exchanges' },
      { to: { page: 'egress', view: 'flows', search: {} }, text: 'nav.egress' },
      { to: { page: 'minimisation' }, text: 'nav.minimisation' },
      { to: { page: 'ledger', view: 'records', search: {} }, text: 'nav.ledger' },
    ],
  },
  {
    name: 'nav.rules',
    goals: [
      { to: { page: 'matrix', search: {} }, text: 'nav.matrix' },
      { to: { page: 'policy', view: 'rules' }, text: 'nav.policy' },
    ],
  },
  {
    name: 'nav.terms',
    goals: [
      { to: { page: 'catalogue', view: 'vendors', search: {} }, text: 'nav.catalogue' },
      { to: { page: 'contracts' }, text: 'nav.contracts' },
      { to: { page: 'evaluation' }, text: 'nav.evaluation' },
    ],
  },
  {
    name: 'nav.access',
    goals: [
      { to: { page: 'keys' }, text: 'nav.keys' },
      { to: { page: 'approvals' }, text: 'nav.approvals' },
    ],
  },
  {
    name: 'nav.holds',
    goals: [
      { to: { page: 'posture' }, text: 'nav.posture' },
      { to: { page: 'fleet', view: 'devices' }, text: 'nav.fleet' },
    ],
  },
  {
    name: 'nav.kept',
    goals: [
      { to: { page: 'retention', view: 'classes' }, text: 'nav.retention' },
      { to: { page: 'vendor' }, text: 'nav.vendor' },
      { to: { page: 'requests' }, text: 'nav.requests' },
    ],
  },
  {
    name: 'nav.learned',
    goals: [
      { to: { page: 'trainings' }, text: 'nav.trainings' },
      { to: { page: 'team' }, text: 'nav.team' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly goals: readonly Goal[] }[];

// The pages of one thing, opened from the list that leads to it.
const within: Readonly<Partial<Record<Address['page'], Address['page']>>> = {
  exchange: 'exchanges',
  record: 'ledger',
  device: 'fleet',
  training: 'trainings',
};

/** Where one can go, in groups: without a role of the console to one's own trainings alone. */
export function Navigation({ page }: { readonly page: Address['page'] }) {
  const { say } = useWords();
  const [mayRead, mayTeam] = [useMay('read'), useMay('trainings')];
  const isOpen = ({ to }: Goal): boolean => isOpenTo(to.page, { mayRead, mayTeam });
  const open = groups.map(({ name, goals }) => ({ name, goals: goals.filter(isOpen) }));
  return (
    <nav aria-label={say('nav.label')}>
      {open
        .filter(({ goals }) => goals.length > 0)
        .map(({ name, goals }) => (
          <ul key={name} aria-label={say(name)}>
            {goals.map(({ to, text }) => (
              <li key={text}>
                <Link to={to} {...currentIf(page === to.page)} data-within={within[page] === to.page}>
                  {say(text)}
                </Link>
              </li>
            ))}
          </ul>
        ))}
    </nav>
  );
}

function currentIf(isCurrent: boolean) {
  return isCurrent ? ({ 'aria-current': 'page' } as const) : {};
}
