/** What a customer comes in for. */
export const appointmentKinds = [
  ['visit', 'Visit'],
  ['demo', 'Demo drive'],
  ['delivery', 'Delivery'],
] as const;

/** How an appointment stands. */
export const appointmentStatuses = [
  ['set', 'Set'],
  ['confirmed', 'Confirmed'],
  ['showed', 'Showed'],
  ['no_show', 'No-show'],
  ['cancelled', 'Called off'],
] as const;

/** What an appointment may still become, itself included: what is over stays so, except that a no-show may come in after all. */
export function nextStatuses(status: string) {
  if (status === 'set' || status === 'confirmed') return appointmentStatuses;
  return appointmentStatuses.filter(([code]) => code === status || (status === 'no_show' && code === 'showed'));
}

/** Whether an appointment is still to be kept; what became of the others belongs to what happened. */
export function isAhead(status: string): boolean {
  return status === 'set' || status === 'confirmed';
}
