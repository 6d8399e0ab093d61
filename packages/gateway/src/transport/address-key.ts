// What is counted as one client address.

/** An IPv4 address, or the /64 of an IPv6 one. */
export function addressKeyOf(address: string): string {
  if (!address.includes(':')) return address
  const [head, tail] = address.split('::') as [string, string | undefined]
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const behind = tail === '' ? 0 : tail.split(':').length
    while (groups.length < 8 - behind) groups.push('0')
    if (tail !== '') groups.push(...tail.split(':'))
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
