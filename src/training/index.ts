export {
  type ListedAttestation,
  listAttestations,
  type NewAttestation,
  recordAttestation,
  trainedUntil,
  type TrainingParts,
} from './attestations.ts';
export { type TrainingErrorCode, trainingErrorCodes } from './errors.ts';
