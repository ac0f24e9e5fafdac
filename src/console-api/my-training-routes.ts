import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Language, languageOf, typeset } from '../messages/index.ts';
import { trainingStateOf } from '../policy/index.ts';
import { announceChange, rolesHeld } from '../tenancy/index.ts';
import {
  attest,
  attemptsLeft,
  beginAttempt,
  findModule,
  modulesAsked,
  noteModuleVersions,
  type OfPerson,
  readModule,
  refusedHere,
  standingOf,
  submitAttempt,
  titlesOf,
  trainingModules,
  trainingOf,
  type TrainingParts,
  type TrainingRules,
} from '../training/index.ts';
import { consoleError } from './errors.ts';
import { personOf } from './guard.ts';
import { answersForm, attestForm, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';
import type {
  AttemptView,
  AttestedView,
  ModuleLineView,
  ModuleView,
  MyTrainingsView,
  ScoredView,
} from './training-contract.ts';
import { numbersSection, trainingRulesOf } from './training-views.ts';

type OfModule = { readonly Params: { readonly module: string } };
type OfAttempt = { readonly Params: { readonly id: string } };

const numbersModule = 'what-was-refused-here';

/** The routes by which a person takes their own trainings. They ask for no right, and show nobody else. */
export function myTrainingRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const training: TrainingParts = { ...parts.tenancy, announce: announceChange };
  const rules = (): TrainingRules => trainingRulesOf(parts.rules.inForce());
  const asking = async (request: FastifyRequest) => {
    const { tenantId, personId } = await personOf(request, parts);
    return { tenantId, personId, language: languageOf(request.headers['accept-language']) };
  };
  server.get('/api/my/trainings', async (request): Promise<MyTrainingsView> => {
    const person = await asking(request);
    await noteModuleVersions(training, person.tenantId, rules().catalogue);
    return myTrainings(parts, training, person);
  });
  server.get<OfModule>('/api/my/trainings/:module', async (request): Promise<ModuleView> => {
    const person = await asking(request);
    const module = findModule(request.params.module);
    if (!module) throw consoleError('console_path_unknown');
    const read = readModule(module, person.language, { catalogue: rules().catalogue, on: parts.tenancy.now() });
    const numbers = module.id === numbersModule ? [await numbersOf(parts, person)] : [];
    const left = await attemptsLeft(training, rules(), { ...person, module: module.id });
    return { ...read, sections: [...read.sections, ...numbers], attemptsLeft: left };
  });
  server.post<OfModule>('/api/my/trainings/:module/attempts', async (request, reply): Promise<AttemptView> => {
    const person = await asking(request);
    const { module } = request.params;
    const now = parts.tenancy.now();
    const topics = module === numbersModule ? (await refusedHere(parts.tenancy, person.tenantId, now)).topics : [];
    const attempt = await beginAttempt(training, rules(), { ...person, module, topics });
    reply.status(201);
    return attempt;
  });
  server.post<OfAttempt>('/api/my/attempts/:id', async (request): Promise<ScoredView> => {
    const { given } = parseInput(answersForm, request.body);
    return submitAttempt(training, rules(), { ...(await asking(request)), attemptId: request.params.id, given });
  });
  server.post<OfAttempt>('/api/my/attempts/:id/attest', async (request): Promise<AttestedView> => {
    const { statement } = parseInput(attestForm, request.body);
    const person = await asking(request);
    const validUntil = await attest(training, rules(), { ...person, attemptId: request.params.id, statement });
    parts.directory.forget(person.tenantId);
    return { validUntil };
  });
}

type Reader = OfPerson & { readonly language: Language };

async function numbersOf(parts: ConsoleParts, { tenantId, language }: Reader) {
  const told = await refusedHere(parts.tenancy, tenantId, parts.tenancy.now());
  return numbersSection(told, { language, policy: parts.rules.inForce().policy });
}

async function myTrainings(parts: ConsoleParts, training: TrainingParts, reader: Reader): Promise<MyTrainingsView> {
  const { policy, ...inForce } = parts.rules.inForce();
  const rules = trainingRulesOf({ policy, ...inForce });
  const now = parts.tenancy.now();
  const { tenantId, personId } = reader;
  const { held, roles } = await parts.store.inTenant(tenantId, async (db) => ({
    held: await trainingOf(db, personId),
    roles: await rolesHeld(db, personId),
  }));
  const { trainingExemptUntil: until, trainings = {} } = held;
  const ids = [...new Set([...modulesAsked(rules), ...trainingModules.map(({ id }) => id)])];
  const today = now.toISOString().slice(0, 10);
  const line = async (id: string): Promise<ModuleLineView> => ({
    id,
    title: typeset(reader.language, titlesOf(id)[reader.language]),
    ...standingOf(Object.hasOwn(trainings, id) ? trainings[id] : undefined, today),
    isRequired: rules.isRequired && rules.modules.includes(id),
    given: await givenOf(training, rules, { ...reader, module: id }),
  });
  return {
    state: trainingStateOf({ at: now.toISOString(), person: { roles, ...held } }, policy.configuration),
    graceDays: rules.graceDays,
    exemptUntil: until !== undefined && until > now.toISOString() ? until : null,
    modules: await Promise.all(ids.map(line)),
  };
}

async function givenOf(
  training: TrainingParts,
  rules: TrainingRules,
  asked: Reader & { readonly module: string },
): Promise<ModuleLineView['given']> {
  const module = findModule(asked.module);
  if (!module) return null;
  const { summary } = readModule(module, asked.language, { catalogue: rules.catalogue, on: training.now() });
  return { summary, minutes: module.minutes, attemptsLeft: await attemptsLeft(training, rules, asked) };
}
