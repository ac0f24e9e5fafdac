export const fleetErrors = {
  fleet_name_invalid: {
    text: 'A device’s name is 1 to 100 characters, without control characters.',
    hint: 'For example its inventory number: octroi device invite PC-0412',
  },
  fleet_name_taken: {
    text: 'A device called {name} is invited or enrolled already.',
    hint: 'Revoke that one first, or choose another name.',
  },
  fleet_days_invalid: {
    text: 'A code holds for 1 to {most} days.',
    hint: 'For example: --days 7',
  },
  fleet_device_unknown: {
    text: 'There is no device {device}.',
    hint: 'octroi device list shows them with their ids.',
  },
  fleet_device_revoked: {
    text: 'The device {device} was revoked already.',
    hint: 'Invite it anew to let it report again.',
  },
} as const;
