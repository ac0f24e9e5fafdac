export { type Player, Stage } from './player.ts';
export { makeRedactionScenario, redactionName } from './redaction-scenario.ts';
export type { CapturedRequest, Scenario } from './scenario.ts';
export { answerAsVendor } from './stand-ins.ts';
export { startVendor, type Vendor, type VendorReply, type VendorRequest } from './vendor.ts';
export type { Answer, AnswerBlock } from './wire.ts';
