import type { VerifyTexts } from '../../console-api/ledger-contract.ts';

/** The verification of `octroi verify`, built for browsers: src/cli/auditor/browser/verify.ts (vite.config.ts). */
export declare const verifyTexts: VerifyTexts;
