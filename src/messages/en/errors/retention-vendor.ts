export const retentionVendorErrors = {
  retention_file_unknown: {
    text: 'There is no file {file} in the inventory.',
    hint: 'Copy the id from `octroi files list`.',
  },
  retention_vendor_unreachable: {
    text: 'The vendor did not answer ({what}).',
    hint: 'Check the way to it, then try again: nothing was recorded as deleted.',
  },
  retention_vendor_refused: {
    text: 'The vendor refused {what} with status {status}.',
    hint: 'Check what the key of the contract may do.',
  },
  retention_vendor_unreadable: {
    text: 'The vendor’s answer to {what} is not what its documentation describes.',
    hint: 'Nothing was recorded as deleted. Look for a newer octroi.',
  },
} as const;
