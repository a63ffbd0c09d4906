/** What a message says about its sender, once its signature is verified. */
export type DoorKey = { door: 'slack'; teamId: string; userId: string } | { door: 'sms'; phone: string };

/** Finds the member behind a key; null when nobody is linked to it. */
export type Identify<Actor> = (key: DoorKey) => Promise<Actor | null>;

/** One message from outside. The same one always has the same id, so that its effect happens once. */
export interface Origin {
  door: 'slack' | 'sms';
  provider: 'slack' | 'twilio';
  externalId: string;
}

/** The same sentence for everybody we do not know: it must not tell who is a member or a customer, or ever was. */
export const NOT_LINKED: Record<DoorKey['door'], string> = {
  slack: 'This account is not linked to Beback yet.',
  sms: 'This phone is not linked to Beback, or was silent for too long: get a code in your Beback profile and text it here.',
};
