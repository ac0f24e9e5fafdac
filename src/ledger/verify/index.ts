export { type LedgerProofErrorCode, ledgerProofErrorCodes } from '../errors.ts';
export {
  type CertificateFacts,
  certificateDigest,
  digestOfIds,
  formatCertificate,
  formatCertificateFile,
  openCertificate,
} from './certificate.ts';
export { parseKeys, type Trust } from './open-head.ts';
export {
  drawSample,
  formatPack,
  type PackFacts,
  type PackSample,
  packNames,
  proofName,
  sampleSeed,
  sampleSize,
} from './pack-manifest.ts';
export type { Verdict } from './verdict.ts';
export { type Evidence, verifyFiles } from './verify-files.ts';
export type { LogFiles } from './verify-log.ts';
export type { PackFiles } from './verify-pack.ts';
