interface Wishes {
  doNotCall: boolean;
  doNotText: boolean;
  doNotEmail: boolean;
}

/** What somebody does not want, in words: "Do not call or text", "Do not contact"; null when everything is welcome. */
export function wishWords({ doNotCall, doNotText, doNotEmail }: Wishes): string | null {
  if (doNotCall && doNotText && doNotEmail) return 'Do not contact';
  const words = [doNotCall && 'call', doNotText && 'text', doNotEmail && 'e-mail'].filter(Boolean);
  return words.length === 0 ? null : `Do not ${words.join(' or ')}`;
}
