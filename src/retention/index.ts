export {
  approveCapture,
  type CaptureApproval,
  type CapturePerson,
  type CaptureWish,
  endCapture,
  listCaptures,
  requestCapture,
} from './capture/approvals.ts';
export { retentionCaptureErrorCodes } from './capture-errors.ts';
export { deleteChat } from './compliance/delete-chat.ts';
export { type Chat, listChats, listLocalSessions } from './compliance/vendor-chats.ts';
export { type AccessOf, deleteFile, type FileDeletion, overdueFiles } from './files/delete-files.ts';
export { heldFiles } from './files/held-files.ts';
export {
  type Deletion,
  type FileBooks,
  type FileFilter,
  type InventoryFile,
  listFiles,
  recordDeletion,
  recordUpload,
  type Upload,
} from './files/inventory.ts';
export { reconcile, type Reconciled } from './files/reconcile.ts';
export type { VendorAccess } from './files/vendor-files.ts';
export { type Asked, buildMirror, type HeldContract, type HeldFile, type Mirror } from './mirror/build-mirror.ts';
export type { CalendarEntry, Holder } from './mirror/calendar.ts';
export {
  copyClasses,
  type HeldCopy,
  type TermsOfCopy,
  type UnknownReason,
  unknownReasons,
} from './mirror/copies-of.ts';
export { type Untold, untoldKinds } from './mirror/untold.ts';
export { retentionVendorErrorCodes } from './vendor-errors.ts';
export { certificateFile, listCertificates } from './certificates.ts';
export { type ClassState, describeClasses } from './classes.ts';
export { type ConversationDeletion, type DeletedConversation, deleteConversation } from './conversations.ts';
export type { Erased } from './erase.ts';
export { type RetentionErrorCode, retentionErrorCodes } from './errors.ts';
export { type HoldRelease, type ListedHold, listHolds, type NewHold, placeHold, releaseHold } from './holds.ts';
export { eraseOnOrder, type Order, type Ordered } from './orders.ts';
export { type AccessRequest, personRecords, recordAccess } from './person-records.ts';
export { type ErasurePlan, type HeldByHold, planErasure, type PlanLine, planSweep } from './plan.ts';
export type { Lifetimes, PersonRows, Retention, Statement } from './retention.ts';
export type { Selection } from './selection.ts';
export { batchRecords, sweep, Sweeper, type SweepEvent, type Swept } from './sweep.ts';
export { dueCalendar, type DueMonth } from './due-calendar.ts';
