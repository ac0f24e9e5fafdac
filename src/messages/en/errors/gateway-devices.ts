/** What the gateway says to devices it does not take. */
export const gatewayDeviceErrors = {
  gateway_device_code_unknown: {
    text: 'This enrolment code opens nothing: it was used, is over, or never was.',
    hint: 'Ask for a new one: octroi device invite NAME',
  },
  gateway_device_unknown: {
    text: 'This device is not enrolled here.',
    hint: 'Enrol it with a one-time code: octroi endpoint enrol --gateway URL --code CODE',
  },
  gateway_device_revoked: {
    text: 'This device was revoked: what it says does not count.',
    hint: 'Ask whoever runs octroi to invite it anew.',
  },
  gateway_device_malformed: {
    text: 'This is no enrolment and no report as octroi writes them (at {at}).',
    hint: 'Bring the workstation’s program to the version of this post.',
  },
  gateway_device_signature_invalid: {
    text: 'The signature is not this device’s.',
    hint: 'Enrol the device again if its key was lost.',
  },
  gateway_device_foreign: {
    text: 'The report is of another device than the one that sends it.',
    hint: 'Send each report from its own device.',
  },
  gateway_device_clock: {
    text: 'The report is dated {reportedAt}, which has not come yet.',
    hint: 'Set the workstation’s clock, then report again.',
  },
  gateway_device_secret: {
    text: 'The report holds a secret, so it was not taken.',
    hint: 'Bring the workstation’s program to the version of this post: it leaves secrets out.',
  },
  gateway_device_out_of_order: {
    text: 'Report {sequence} comes after a later one, or another was taken under its number.',
    hint: 'If the device was restored from a copy, enrol it anew.',
  },
} as const;
