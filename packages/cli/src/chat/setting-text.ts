// A setting of a group as people read it, in the words in which /group set takes it: when it ends as a moment, and how long members wait as a time.

export function settingText({ name, value }: { readonly name: string; readonly value: string }): string {
  if (name === 'endsAt') return `ends to ${value === '0' ? 'never' : new Date(Number(value)).toISOString()}`
  if (name === 'slowModeMs') return `slowMode to ${value === '0' ? 'off' : `${Number(value) / 1_000}s`}`
  return `${name} to ${value || 'nothing'}`
}
