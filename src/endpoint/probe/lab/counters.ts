import { readFileSync } from 'node:fs';

/** What the kernel counted in a network namespace, so that nothing passes unseen for want of a listener. */
export type Counters = {
  /** Connections nobody listens for. */
  readonly refused: number;
  /** Connections somebody took in: the laboratory, or the client itself. */
  readonly accepted: number;
  /** Datagrams nobody listens for. */
  readonly lostDatagrams: number;
};

/** Source: proc_net_snmp, proc(5). The counters of IPv6's TCP are part of IPv4's. */
export function readCounters(): Counters {
  const snmp = readFileSync('/proc/net/snmp', 'latin1');
  const snmp6 = readFileSync('/proc/net/snmp6', 'latin1');
  const tcp = countersOf(snmp, 'Tcp');
  return {
    refused: tcp['AttemptFails'] ?? 0,
    accepted: tcp['PassiveOpens'] ?? 0,
    lostDatagrams: (countersOf(snmp, 'Udp')['NoPorts'] ?? 0) + Number(/^Udp6NoPorts\s+(\d+)/m.exec(snmp6)?.[1] ?? 0),
  };
}

function countersOf(snmp: string, protocol: string): Readonly<Record<string, number>> {
  const [names = '', values = ''] = snmp.split('\n').filter((line) => line.startsWith(`${protocol}:`));
  const numbers = values.split(' ');
  return Object.fromEntries(names.split(' ').map((name, index) => [name, Number(numbers[index])]));
}
