export { type EndpointErrorCode, endpointErrorCodes } from './errors.ts';
export { type LabelsFile, labelsFilesFrom } from './repositories/labels-files.ts';
export { compareLive, type LiveComparison } from './live.ts';
export { toHtml, toJamf, toJunit, toLine, toSarif } from './report/formats.ts';
export { type ScanView, type VerdictView, viewOf } from './report/view.ts';
export { allControls } from './controls/all.ts';
export { type EndpointReason, endpointReasons } from './reasons.ts';
export { defaultRequirements, type ProtectedPath, type Requirements } from './requirements.ts';
export { type Scan, scanEndpoint, type ScanOptions, type Verdict } from './scan.ts';
